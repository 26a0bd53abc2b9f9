"""Words for generated goods: kinds and adjectives in four languages, brands, makers of filler."""

from __future__ import annotations

import random

LANGUAGES = ("nb", "sv", "pl", "en")
# nb, sv, pl, en
KINDS = (
    ("Skrue", "Skruv", "Wkręt", "Screw"), ("Mutter", "Mutter", "Nakrętka", "Nut"), ("Bolt", "Bult", "Śruba", "Bolt"),
    ("Skive", "Bricka", "Podkładka", "Washer"), ("Spiker", "Spik", "Gwóźdź", "Nail"), ("Plugg", "Plugg", "Kołek", "Plug"),
    ("Hammer", "Hammare", "Młotek", "Hammer"), ("Sag", "Såg", "Piła", "Saw"), ("Bor", "Borr", "Wiertło", "Drill bit"),
    ("Tang", "Tång", "Szczypce", "Pliers"), ("Nøkkel", "Nyckel", "Klucz", "Wrench"), ("Kniv", "Kniv", "Nóż", "Knife"),
    ("Jakke", "Jacka", "Kurtka", "Jacket"), ("Bukse", "Byxa", "Spodnie", "Trousers"), ("Hanske", "Handske", "Rękawica", "Glove"),
    ("Vernesko", "Skyddssko", "But ochronny", "Safety shoe"), ("Hjelm", "Hjälm", "Kask", "Helmet"), ("Penn", "Penna", "Długopis", "Pen"),
    ("Perm", "Pärm", "Segregator", "Binder"), ("Lampe", "Lampa", "Lampa", "Lamp"),
)  # fmt: skip
ADJECTIVES = (
    ("kort", "kort", "krótki", "short"), ("lang", "lång", "długi", "long"), ("tung", "tung", "ciężki", "heavy"),
    ("lett", "lätt", "lekki", "light"), ("bred", "bred", "szeroki", "wide"), ("smal", "smal", "wąski", "narrow"),
    ("sterk", "stark", "mocny", "strong"), ("myk", "mjuk", "miękki", "soft"), ("hard", "hård", "twardy", "hard"),
    ("rund", "rund", "okrągły", "round"), ("flat", "platt", "płaski", "flat"), ("dyp", "djup", "głęboki", "deep"),
    ("rask", "snabb", "szybki", "quick"), ("stille", "tyst", "cichy", "quiet"), ("varm", "varm", "ciepły", "warm"),
    ("tett", "tät", "szczelny", "sealed"),
)  # fmt: skip
_JOINED = "ba bri da dra el fa fro ga gra ha hy ka kla kru la li lo ma mu na nor pa pli ra ri sa ska so ta tri va"
_SYLLABLES = _JOINED.split()


def make_words(rnd: random.Random, count: int) -> list[str]:
    """Return different made-up words."""
    words: dict[str, None] = {}
    while len(words) < count:
        words.setdefault("".join(rnd.choice(_SYLLABLES) for _ in range(rnd.randint(2, 4))))
    return list(words)
