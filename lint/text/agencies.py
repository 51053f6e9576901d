"""News agencies as they sign copy: in datelines, at the end of a story, under pictures."""

from __future__ import annotations

from .wordlist import names

AGENCIES: tuple[str, ...] = names("""
    AAP; ABC News; ADN; AFP; Agence France-Presse; Agencies; agencies; Agency; AKI; Al Jazeera; ANI; ANP; ANSA; AP;
    APA; Associated Press; Australian Associated Press; BBC News; Belga; Bernama; Bloomberg; Bloomberg News; BPA;
    Canadian Press; CNN; CNW; CP; CTK; DPA; dpa; EFE; Getty; GNA; IANS; Interfax; IPS; IRNA; Jiji; KUNA; Kyodo;
    Kyodo News; Lusa; MTI; NAN; NCA NewsWire; NTB; NZ Newswire; NZME; NZPA; PA; PA Media; PAP; PMN CP; PNA;
    Press Association; Press Trust of India; PTI; Reuters; Reuters Health; Ritzau; RNZ; SAPA; SDA; SIPA; SPA; Sportal;
    STA; TASS; Thomson Reuters; Thomson Reuters Foundation; TT; UPI; WAM; Wires; wires; Xinhua; Yonhap
    """)
"""Names and initials in the case in which agencies are credited; "agencies" and "wires" stand for several."""
