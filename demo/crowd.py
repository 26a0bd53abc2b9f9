"""Some four hundred further private customers, drawn from name lists with a fixed seed."""

from __future__ import annotations

from random import Random

from demo.people import DemoAddress, DemoPerson, ascii_name

SEED = 20260101
_FIRST = {
    "NO": "Anne Bjørn Camilla Dag Eirik Frida Geir Heidi Ivar Julie Kristian Line Morten Nina Odd Pia Rune Silje Trond Unni Vidar Wenche Yngve Åse Øyvind Marit Stian Tuva Espen Ragnhild",
    "SE": "Alva Björn Cecilia David Ebba Fredrik Gunilla Hugo Ida Jonas Karin Lars Maja Niklas Olivia Pontus Rebecka Stefan Tove Ulf Viktor Wilma Ylva Åke Östen Malin Jesper Signe",
    "PL": "Adam Barbara Cezary Dorota Emil Franciszek Grażyna Henryk Iwona Jan Kamila Leszek Monika Norbert Olga Paweł Renata Stanisław Teresa Urszula Wiktor Zofia Łukasz Michał Natalia Rafał",
}  # fmt: skip
_LAST = {
    "NO": "Andresen Bråten Engen Fjeld Grønli Haugen Iversen Jakobsen Kvamme Løken Moen Nygård Opsahl Pettersen Rud Skogen Tangen Ulvestad Vangen Ødegård Åsen Sandvik Hovland Bergli Tveit Nesset",
    "SE": "Ahlgren Blom Carlsson Dahlberg Engström Forsman Granqvist Hallberg Isaksson Jansson Kjellberg Lundin Möller Nordin Olofsson Palm Ryd Söderlund Ternström Ulvsson Viklund Åkesson Öman Hedin",
    "PL": "Adamczyk Bąk Czajka Dudek Filipek Górski Halicki Iwański Jasiński Kowal Lewicki Majewski Nowicki Olszak Piątek Rogala Sikora Tokarz Urban Walczak Zając Żuraw Ćwik Łapiński",
}  # fmt: skip
_STREETS = {
    "NO": ("Granveien", "Skolegata", "Fjordveien", "Myrveien", "Kirkebakken", "Solsvingen", "Strandgata", "Nordliveien"),
    "SE": ("Björkvägen", "Storgatan", "Åsgatan", "Tallstigen", "Kvarngatan", "Sjövägen", "Ängsvägen", "Skogsgatan"),
    "PL": ("ul. Lipowa", "ul. Polna", "ul. Szkolna", "ul. Ogrodowa", "ul. Długa", "ul. Brzozowa", "ul. Morska", "ul. Krótka"),
}  # fmt: skip
_CITIES = {
    "NO": (("0357", "Oslo"), ("5015", "Bergen"), ("7030", "Trondheim"), ("4013", "Stavanger"), ("3015", "Drammen"), ("9008", "Tromsø"), ("4612", "Kristiansand"), ("2317", "Hamar"), ("6004", "Ålesund"), ("8005", "Bodø")),
    "SE": (("111 29", "Stockholm"), ("411 05", "Göteborg"), ("211 20", "Malmö"), ("753 20", "Uppsala"), ("451 30", "Uddevalla"), ("903 26", "Umeå"), ("652 24", "Karlstad")),
    "PL": (("00-001", "Warszawa"), ("30-002", "Kraków"), ("80-001", "Gdańsk"), ("50-001", "Wrocław"), ("61-001", "Poznań"), ("70-001", "Szczecin")),
}  # fmt: skip
_LANGUAGE = {"NO": "nb", "SE": "sv", "PL": "pl"}
_PHONE = {"NO": "+47 22 00 {:04d}", "SE": "+46 8 000 {:04d}", "PL": "+48 22 000 {:04d}"}


def build_crowd(count: int = 400) -> tuple[DemoPerson, ...]:
    """Return private customers, six in ten Norwegian; the same people for the same count."""
    random = Random(SEED)
    people = []
    for index in range(count):
        country = random.choices(("NO", "SE", "PL"), (60, 25, 15))[0]
        first, last = random.choice(_FIRST[country].split()), random.choice(_LAST[country].split())
        postal_code, city = random.choice(_CITIES[country])
        address = DemoAddress(
            "home",
            f"{first} {last}",
            f"{random.choice(_STREETS[country])} {random.randint(1, 120)}",
            postal_code,
            city,
            country,
        )
        email = f"{ascii_name(first)}.{ascii_name(last)}{index + 1}@post.example"
        people.append(
            DemoPerson(
                email, first, last, _LANGUAGE[country], country, _PHONE[country].format(3000 + index), True, address
            )
        )
    return tuple(people)
