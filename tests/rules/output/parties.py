"""Fictional firms to trade with."""

from __future__ import annotations

from truso.modules.output.documents import Party

NO_SELLER = Party(
    name="Truso Handel AS",
    organization_number="123 456 785",
    vat_number="NO123456785MVA",
    street="Havnegata 12",
    postcode="7010",
    city="Trondheim",
    country="NO",
    email="faktura@truso.example",
    phone="+47 73 00 00 00",
    contact="Ingrid Nordvik",
    endpoint_scheme="0192",
    endpoint_id="123456785",
    registered_in_register_of_business_enterprises=True,
    bank_account="1234.56.78903",
    iban="NO93 8601 1117 947",
    bic="TRUSNOKK",
)
NO_BUYER = Party(
    name="Fjordbygg Entreprenør AS",
    organization_number="987654325",
    vat_number="NO987654325MVA",
    street="Industriveien 8",
    street2="Bygg C",
    postcode="5053",
    city="Bergen",
    country="NO",
    contact="Kari Solheim",
    endpoint_scheme="0192",
    endpoint_id="987654325",
)
NO_SITE = Party(
    name="Fjordbygg, anlegg Sandsli", street="Sandslimarka 31", postcode="5254", city="Sandsli", country="NO"
)
SE_SELLER = Party(
    name="Truso Handel AB",
    organization_number="556123-4567",
    vat_number="SE556123456701",
    street="Kungsgatan 4",
    postcode="411 19",
    city="Göteborg",
    country="SE",
    email="faktura@truso.example",
    endpoint_scheme="0007",
    endpoint_id="5561234567",
    bank_account="5555-1234",
)
SE_BUYER = Party(
    name="Åkerlunds Bygg & Måleri AB",
    organization_number="5560000001",
    vat_number="SE556000000101",
    street="Storgatan 1",
    postcode="582 23",
    city="Linköping",
    country="SE",
    endpoint_scheme="0007",
    endpoint_id="5560000001",
)
PL_SELLER = Party(
    name="Truso Handel Sp. z o.o.",
    organization_number="0000123456",
    vat_number="PL1234563218",
    street="ul. Długa 7",
    postcode="80-831",
    city="Gdańsk",
    country="PL",
    email="faktury@truso.example",
    endpoint_scheme="9945",
    endpoint_id="PL1234563218",
    iban="PL61 1090 1014 0000 0712 1981 2874",
    bic="TRUSPLPW",
)
PL_BUYER = Party(
    name="Zakład Ślusarski Żółć i Wspólnicy sp.j.",
    vat_number="PL1111111111",
    street="ul. Świętojańska 15/3",
    postcode="81-368",
    city="Gdynia",
    country="PL",
    endpoint_scheme="9945",
    endpoint_id="PL1111111111",
)
GB_BUYER = Party(
    name="Harbour Tools Ltd",
    street="2 Quay Road",
    postcode="AB10 1AA",
    city="Aberdeen",
    country="GB",
    endpoint_scheme="0088",
    endpoint_id="5790000435968",
)
