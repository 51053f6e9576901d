"""Faults in what a story says twice, and in its figures, dates and times."""

from __future__ import annotations

from calendar import day_name, month_name
from datetime import date, timedelta
from random import Random

from fault_copy import Clean, Fault, Seeded, sentences, swap, word_for_word

_BRITISH = ("en-AU", "en-GB")


def weekday_wrong(clean: Clean, chance: Random) -> Seeded | None:
    day = date(2026, 1, 1) + timedelta(days=chance.randrange(365))
    wrong = day_name[(day.weekday() + chance.randrange(1, 7)) % 7]
    row = f"The next hearing is on [[{wrong}, {month_name[day.month]} {day.day}, {day.year}]], in the same room."
    return sentences(row)(clean, chance)


def not_the_percentage(clean: Clean, chance: Random) -> Seeded | None:
    old = chance.randrange(20, 90) * 10
    right = chance.choice((10, 20, 30, 50))
    wrong = right + chance.choice((15, 25))
    row = f"Membership [[rose {wrong}% to {old + old * right // 100} from {old}]] in the year to June."
    return sentences(row)(clean, chance)


def age_drifts(clean: Clean, chance: Random) -> Seeded | None:
    age = chance.randrange(30, 80)
    early = f"The caretaker, Osbert Pennyfeather, [[{age}]], keeps the keys in a biscuit tin by the door."
    late = f"Osbert Pennyfeather, [[{age + chance.randrange(2, 9)}]], has never lost one of them yet."
    return sentences((early, late))(clean, chance)


FAULTS = (
    Fault("weekday-wrong", "consistency", weekday_wrong),
    Fault(
        "date-impossible",
        "consistency",
        sentences(
            "The report is due to be published on [[February 30]] and will be free to read.",
            "The building will close for good on [[31 June]] after the last of the tenants has gone.",
            "Applications have to be in by [[November 31]], whatever the weather.",
        ),
    ),
    Fault(
        "noon-or-midnight",
        "consistency",
        swap(
            r"\bat (\d{1,2}(?:[.:]\d\d)?(?: ?[ap]m\b| [ap]\.m\.))",
            lambda m: "12 p.m." if "." in m[1][-2:] else "12pm",
            around=1,
        ),
    ),
    Fault("percentage-off", "consistency", not_the_percentage),
    Fault("age-drift", "consistency", age_drifts),
    Fault(
        "count-off",
        "consistency",
        sentences(
            "The contract covers three towns: [[Ashby and Coldwell]], which share a bus.",
            "Bids are expected from [[four cities: Lima, Quito and Bogota]], in that order.",
        ),
    ),
    Fault(
        "count-of-people-off",
        "consistency",
        sentences(
            "The bus was carrying [[nine people, five men and three women]], and a dog in a basket.",
            "The prize was shared by [[six children, two boys and three girls]], who had pooled their stamps.",
        ),
    ),
    Fault(
        "list-longer-than-count",
        "consistency",
        sentences(
            "The contract covers [[two towns: Ashby, Coldwell and Marsh End]], which share a bus.",
            "She leaves [[two sons, Tom, Ned and Sam]], who farm at the top of the valley.",
        ),
    ),
    Fault(
        "figures-and-words",
        "consistency",
        sentences(
            "The children, aged [[9 and eleven]], had been looking for a frog.",
            "The work is expected to take [[between 5 and ten]] days, if it stays dry.",
        ),
    ),
    Fault(
        "money-two-ways",
        "consistency",
        sentences(
            (
                "The mill lost €4m in its first year and €6m in its second, when the river was low.",
                "It has spent [[€9 million]] on a wheel, and will spend no more.",
            ),
        ),
    ),
    Fault(
        "unit-two-ways",
        "consistency",
        sentences(
            (
                "The old bell weighs 17kg, and the new one, which is to have a tongue of brass, 14kg.",
                "Between them they are to hang from a beam, which weighs [[31 kilograms]] by itself.",
            ),
        ),
    ),
    Fault(
        "age-two-ways",
        "consistency",
        sentences(
            (
                "The ring was found by a seven-year-old who was looking for a frog.",
                "It had been lost by a [[6-year-old]] at the same pond a week before.",
            ),
        ),
    ),
    Fault(
        "official-name-wrong",
        "consistency",
        sentences(
            "A man from the [[National Weather Bureau]] came with a ladder and a form.",
            "The [[Federal Aviation Authority]] is looking at what was left of the wing.",
            "The [[Office of Budget Responsibility]] is to say in March what it would cost.",
            "A vet sent by the [[Environmental Protection Association]] took a sample of the mud.",
            "The [[Bureau of Meterology]] says that there will be no rain before the end of the week.",
            "The case has gone to the [[Australian Competition and Consumers Commission]] with a map.",
        ),
    ),
    Fault(
        "firm-drift",
        "consistency",
        sentences(
            (
                "The pit belongs to Harrowgate Copper, a company that has two others in the hills.",
                "It was bought in 2014 by [[Harrowgate Metals]], which has said nothing since then.",
            ),
        ),
    ),
    Fault(
        "shares-over-100",
        "consistency",
        sentences("Of those asked, [[62% were for it, 31% against and 17% unsure]], the survey found."),
    ),
    Fault(
        "institution-drift",
        "consistency",
        sentences(
            (
                "The [[Harbour Environment Authority]] has opened an inquiry of its own into the matter.",
                "The [[Harbour Environmental Authority]] hopes to report by the end of the year.",
            ),
            (
                "The [[Coastal Roads Commission]] has opened an inquiry of its own into the matter.",
                "The [[Coastal Road Commission]] hopes to report by the end of the year.",
            ),
            (
                "The [[University of Eastmoor]] has opened an inquiry of its own into the matter.",
                "The [[Eastmoor University]] hopes to report by the end of the year.",
            ),
        ),
    ),
    Fault(
        "acronym-case",
        "consistency",
        sentences(
            (
                "Officials from [[NATO]] were among the visitors, and took notes.",
                "No one from [[Nato]] would say afterwards what the notes were for.",
            ),
            (
                "A guide from [[UNESCO]] was among the visitors, and took notes.",
                "No one from [[Unesco]] would say afterwards what the notes were for.",
            ),
        ),
    ),
    Fault(
        "group-of-20",
        "consistency",
        sentences(
            (
                "The idea was first raised at a meeting of the [[Group of 20]] in the spring.",
                "Nobody at the [[G20]] has mentioned it in public since then.",
            )
        ),
    ),
    Fault(
        "open-or-closed-word",
        "consistency",
        sentences(
            (
                "Spending on [[healthcare]] in the district has doubled in the past decade.",
                "The price of [[health care]] is not expected to fall.",
            ),
            (
                "The plan was posted on the council’s [[website]] at the end of last month.",
                "Nobody has looked at the [[web site]] since then.",
            ),
        ),
    ),
    Fault(
        "percent-mix",
        "consistency",
        sentences(
            (
                "About [[12 per cent]] of the money has been spent on paper alone.",
                "A further [[9 percent]] of it has gone on stamps.",
            )
        ),
    ),
    Fault(
        "british-in-american",
        "consistency",
        word_for_word(
            {
                "center": "centre",
                "color": "colour",
                "theater": "theatre",
                "gray": "grey",
                "program": "programme",
                "traveled": "travelled",
                "honor": "honour",
                "favor": "favour",
                "plow": "plough",
                "license": "licence",
            },
            languages=("en-US",),
        ),
    ),
    Fault(
        "american-in-british",
        "consistency",
        word_for_word(
            {
                "centre": "center",
                "colour": "color",
                "theatre": "theater",
                "grey": "gray",
                "metres": "meters",
                "defence": "defense",
                "travelled": "traveled",
                "honour": "honor",
                "favour": "favor",
                "favourite": "favorite",
                "cancelled": "canceled",
                "kilometres": "kilometers",
                "labour": "labor",
                "catalogue": "catalog",
            },
            languages=_BRITISH,
        ),
    ),
    Fault(
        "range-malformed",
        "consistency",
        sentences("The repairs are expected to take [[between 10 to 14]] weeks from the first dry day."),
    ),
)
