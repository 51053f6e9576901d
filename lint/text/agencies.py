"""News agencies as they sign copy: in datelines, at the end of a story, under pictures."""

from __future__ import annotations

AGENCIES: tuple[str, ...] = (
    "AAP", "ABC News", "ADN", "AFP", "Agence France-Presse", "Agency", "agencies", "Agencies", "AKI", "Al Jazeera", "ANI", "ANP", "ANSA",
    "AP", "APA", "Associated Press", "Australian Associated Press", "BBC News", "Belga", "Bernama", "Bloomberg News",
    "Bloomberg", "BPA", "Canadian Press", "CNN", "CNW", "CP", "CTK", "dpa", "DPA", "EFE", "GNA", "Getty", "IANS", "Interfax",
    "IPS", "IRNA", "Jiji", "KUNA", "Kyodo News", "Kyodo", "Lusa", "MTI", "NAN", "NCA NewsWire", "NTB", "NZME", "NZPA", "NZ Newswire",
    "PA Media", "PA", "PAP", "PMN CP", "PNA", "PTI", "Press Association", "Press Trust of India", "Reuters Health", "Reuters",
    "Ritzau", "RNZ", "SAPA", "SDA", "SIPA", "SPA", "Sportal", "STA", "TASS", "TT", "Thomson Reuters Foundation",
    "Thomson Reuters", "UPI", "WAM", "Wires", "wires", "Xinhua", "Yonhap",
)  # fmt: skip
"""Names and initials in the case in which agencies are credited; "agencies" and "wires" stand for several."""
