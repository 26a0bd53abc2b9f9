"""What the demo shop says on its own pages, in four languages."""

from __future__ import annotations

from demo.catalog.texts import t

HERO_CAMPAIGN = {
    "title": t("Høstkampanje: 20 % på verktøy og arbeidsklær", "Höstkampanj: 20 % på verktyg och arbetskläder",
               "Jesienna promocja: 20% na narzędzia i odzież roboczą", "Autumn campaign: 20% off tools and workwear"),
    "text": t("Prisene er regnet fra den laveste prisen de siste 30 dagene. Tilbudet gjelder så lenge kampanjen varer.",
              "Priserna räknas från det lägsta priset de senaste 30 dagarna. Erbjudandet gäller så länge kampanjen pågår.",
              "Obniżki liczymy od najniższej ceny z ostatnich 30 dni. Oferta obowiązuje do końca promocji.",
              "Reductions count from the lowest price of the last 30 days. The offer lasts as long as the campaign."),
    "button": t("Se elektroverktøy", "Se elverktyg", "Zobacz elektronarzędzia", "See power tools"),
}  # fmt: skip
HERO_WORKWEAR = {
    "title": t("Klær som tåler jobben – og helgen", "Kläder som tål jobbet – och helgen", "Odzież, która wytrzyma pracę i weekend", "Clothes made for work – and the weekend"),
    "text": t("Størrelsesguide på hvert plagg. Bytt gratis hvis det ikke passer.", "Storleksguide på varje plagg. Byt gratis om det inte passar.",
              "Tabela rozmiarów przy każdym produkcie. Wymiana bezpłatna, jeśli nie pasuje.", "A size guide on every garment. Exchange free if it does not fit."),
    "button": t("Se arbeidsklær", "Se arbetskläder", "Zobacz odzież", "See workwear"),
}  # fmt: skip
HERO_TRADE = {
    "title": t("Deres priser, levert på byggeplassen", "Era priser, levererade till bygget", "Państwa ceny, dostawa na budowę", "Your prices, delivered to the site"),
    "text": t("Lim inn varelisten, se egen pris og lager linje for linje, og bestill på faktura med bestillingsnummer.",
              "Klistra in artikellistan, se eget pris och lager rad för rad, och beställ mot faktura med ert ordernummer.",
              "Wklej listę artykułów, sprawdź własne ceny i dostępność wiersz po wierszu i zamów na fakturę z numerem zamówienia.",
              "Paste your list, see your own price and stock line by line, and order on invoice with your PO number."),
    "button": t("Festemidler", "Fästelement", "Elementy złączne", "Fasteners"),
}  # fmt: skip
FACTS = (
    ("truck", t("Levert på 3–4 virkedager", "Leverans på 3–4 vardagar", "Dostawa w 3–4 dni robocze", "Delivered in 3–4 working days"),
     t("Frakt og total vises før du oppgir noe om deg selv.", "Frakt och totalsumma visas innan du lämnar några uppgifter.",
       "Koszt dostawy i sumę widać przed podaniem danych.", "Freight and total are shown before you tell us anything.")),
    ("undo-2", t("30 dagers åpent kjøp", "30 dagars öppet köp", "30 dni na zwrot", "30 days to return"),
     t("Loven gir deg 14 dagers angrerett. Vi gir deg 30, på nett og uten å ringe.", "Lagen ger dig 14 dagars ångerrätt. Vi ger dig 30, på nätet och utan att ringa.",
       "Ustawa daje 14 dni na odstąpienie od umowy. U nas masz 30, online i bez dzwonienia.", "The law gives you 14 days to withdraw. We give you 30, online and without a phone call.")),
    ("shield-check", t("Trygg betaling", "Trygg betalning", "Bezpieczna płatność", "Safe payment"),
     t("Kort eller faktura. Vi ser aldri kortnummeret ditt.", "Kort eller faktura. Vi ser aldrig ditt kortnummer.",
       "Karta lub faktura. Nigdy nie widzimy numeru karty.", "Card or invoice. We never see your card number.")),
    ("headphones", t("Fagfolk svarer", "Fackfolk svarar", "Odpowiadają fachowcy", "Answered by people who know"),
     t("Hverdager 7–16, på ditt språk.", "Vardagar 7–16, på ditt språk.", "W dni robocze 7–16, w Twoim języku.", "Weekdays 7–16, in your language.")),
)  # fmt: skip
TITLES = {
    "categories": t(
        "Finn det du trenger", "Hitta det du behöver", "Znajdź to, czego potrzebujesz", "Find what you need"
    ),
    "campaign": t("På kampanje nå", "På kampanj nu", "Teraz w promocji", "On campaign now"),
    "weekend": t(
        "Klar for helgens prosjekt",
        "Redo för helgens projekt",
        "Na weekendowe prace",
        "Ready for the weekend's project",
    ),
    "new": t("Nytt i sortimentet", "Nytt i sortimentet", "Nowości w ofercie", "New in the range"),
}
TEASER = {
    "title": t("Hvilken skrue til hvilken jobb?", "Vilken skruv till vilket jobb?", "Jaki wkręt do jakiej pracy?", "Which screw for which job?"),
    "text": t("Ute eller inne, tre eller betong, synlig eller skjult: på fem minutter vet du hva du skal ha – og hvorfor rustfritt ikke alltid er svaret.",
              "Ute eller inne, trä eller betong, synlig eller dold: på fem minuter vet du vad du ska ha – och varför rostfritt inte alltid är svaret.",
              "Na zewnątrz czy w środku, drewno czy beton, widoczny czy ukryty: w pięć minut wiesz, czego potrzebujesz – i dlaczego nierdzewny nie zawsze jest najlepszy.",
              "Outdoors or in, timber or concrete, visible or hidden: in five minutes you know what to take – and why stainless is not always the answer."),
    "button": t("Les guiden", "Läs guiden", "Przeczytaj poradnik", "Read the guide"),
}  # fmt: skip
ARTICLES = (
    (
        "guide", "choose-screw", TEASER["title"],
        t("Fem spørsmål som gir riktig skrue første gang.", "Fem frågor som ger rätt skruv första gången.", "Pięć pytań, po których wybierzesz właściwy wkręt.", "Five questions that give the right screw the first time."),
        t("<h2>1. Hvor skal den stå?</h2><p>Inne holder elforsinket. Ute velger du varmforsinket eller rustfritt A2, og nær sjøen syrefast A4.</p><h2>2. Hva skal den inn i?</h2><p>Treskruer i tre, betongskruer eller ankere i betong, selvborende i stål.</p><h2>3. Hvor lang?</h2><p>To tredeler av skruen bør stå i det bærende materialet.</p><h2>4. Hvilket spor?</h2><p>TX slipper minst og tåler mest moment.</p><h2>5. Synlig eller skjult?</h2><p>Terrasseskruer har lite hode og skjærer seg selv ned.</p>",
          "<h2>1. Var ska den sitta?</h2><p>Inomhus räcker elförzinkat. Utomhus väljer du varmförzinkat eller rostfritt A2, och nära havet syrafast A4.</p><h2>2. Vad ska den sitta i?</h2><p>Träskruv i trä, betongskruv eller ankare i betong, självborrande i stål.</p><h2>3. Hur lång?</h2><p>Två tredjedelar av skruven bör sitta i det bärande materialet.</p><h2>4. Vilket spår?</h2><p>TX slirar minst och tål mest moment.</p><h2>5. Synlig eller dold?</h2><p>Trallskruv har litet huvud och skär sig själv ner.</p>",
          "<h2>1. Gdzie będzie pracować?</h2><p>Wewnątrz wystarczy ocynk galwaniczny. Na zewnątrz wybierz ocynk ogniowy lub stal A2, a nad morzem A4.</p><h2>2. W czym ma trzymać?</h2><p>Wkręty do drewna w drewnie, do betonu lub kotwy w betonie, samowiercące w stali.</p><h2>3. Jak długi?</h2><p>Dwie trzecie wkręta powinny siedzieć w materiale nośnym.</p><h2>4. Jakie gniazdo?</h2><p>TX najmniej się wyślizguje i przenosi największy moment.</p><h2>5. Widoczny czy ukryty?</h2><p>Wkręty tarasowe mają małą główkę i same się zagłębiają.</p>",
          "<h2>1. Where will it sit?</h2><p>Indoors zinc plating is enough. Outdoors choose hot-dip galvanized or stainless A2, and near the sea A4.</p><h2>2. What will it hold in?</h2><p>Wood screws in timber, concrete screws or anchors in concrete, self-drilling in steel.</p><h2>3. How long?</h2><p>Two thirds of the screw should sit in the load-bearing material.</p><h2>4. Which drive?</h2><p>TX slips least and takes most torque.</p><h2>5. Visible or hidden?</h2><p>Deck screws have small heads and countersink themselves.</p>"),
    ),
    (
        "information", "delivery", t("Frakt og levering", "Frakt och leverans", "Dostawa", "Delivery"),
        t("Hva det koster, hvor lang tid det tar, og hva som skjer hvis noe mangler.", "Vad det kostar, hur lång tid det tar och vad som händer om något saknas.", "Ile kosztuje, ile trwa i co się dzieje, gdy czegoś brakuje.", "What it costs, how long it takes, and what happens if something is missing."),
        t("<p>Frakten regnes av vekten og vises i handlekurven. Bedrifter med avtale har fraktvilkårene i avtalen.</p><p>Varer på lager sendes neste virkedag. Mangler noe, sender vi det vi har og resten så snart det kommer, uten ny frakt.</p>",
          "<p>Frakten räknas på vikten och visas i varukorgen. Företag med avtal har fraktvillkoren i avtalet.</p><p>Lagervaror skickas nästa vardag. Saknas något skickar vi det vi har och resten så snart det kommer, utan ny frakt.</p>",
          "<p>Koszt dostawy zależy od wagi i jest widoczny w koszyku. Firmy z umową mają warunki dostawy w umowie.</p><p>Towar z magazynu wysyłamy następnego dnia roboczego. Jeśli czegoś brakuje, wysyłamy to, co jest, a resztę bez dodatkowych kosztów, gdy tylko dotrze.</p>",
          "<p>Freight follows the weight and is shown in the cart. Companies with an agreement have their freight terms there.</p><p>Goods in stock leave on the next working day. If something is missing we send what we have, and the rest as soon as it arrives, at no further freight.</p>"),
    ),
    (
        "information", "returns", t("Angre og returnere", "Ångra och returnera", "Zwroty i reklamacje", "Returns"),
        t("14 dagers angrerett etter loven, og 30 dagers åpent kjøp hos oss.", "14 dagars ångerrätt enligt lag och 30 dagars öppet köp hos oss.", "14 dni z mocy prawa i 30 dni na zwrot u nas.", "14 days by law, and 30 days to return with us."),
        t("<p>Angreretten er lovens: private kunder kan angre kjøpet innen 14 dager etter at varen er mottatt, uten å oppgi grunn. Åpent kjøp er vårt tilbud i tillegg: ubrukte varer tar vi tilbake i 30 dager. Meld returen fra ordresiden, så får du etikett. Pengene er tilbake på kortet når varen er mottatt.</p><p>Bedrifter melder avvik fra ordresiden: feil vare, skade eller mangel.</p>",
          "<p>Ångerrätten är lagens: privatkunder kan ångra köpet inom 14 dagar efter att varan tagits emot, utan att ange skäl. Öppet köp är vårt erbjudande därutöver: oanvända varor tar vi tillbaka i 30 dagar. Anmäl returen från ordersidan så får du en etikett. Pengarna är tillbaka på kortet när varan är mottagen.</p><p>Företag anmäler avvikelser från ordersidan: fel vara, skada eller brist.</p>",
          "<p>Prawo odstąpienia daje ustawa: klienci prywatni mogą odstąpić od umowy w ciągu 14 dni od otrzymania towaru, bez podania przyczyny. 30 dni na zwrot to nasza dodatkowa oferta dla towaru nieużywanego. Zgłoś zwrot na stronie zamówienia, a otrzymasz etykietę. Pieniądze wrócą na kartę po odebraniu towaru.</p><p>Firmy zgłaszają niezgodności na stronie zamówienia: zły towar, uszkodzenie lub brak.</p>",
          "<p>The right to withdraw is the law's: private customers may change their mind within 14 days of receiving the goods, without giving a reason. 30 days to return is our own offer beside it, for unused goods. Announce the return on the order's page and you get a label. The money is back on the card when the goods have arrived.</p><p>Companies report deviations on the order's page: wrong article, damage or shortage.</p>"),
    ),
    (
        "information", "terms", t("Salgsvilkår", "Köpvillkor", "Regulamin sprzedaży", "Terms of sale"),
        t("Vilkårene for kjøp hos Nordhavn Handel.", "Villkoren för köp hos Nordhavn Handel.", "Warunki zakupów w Nordhavn Handel.", "The terms of buying from Nordhavn Handel."),
        t("<p>Private kunder ser priser med mva. og betaler når varen sendes. Bedrifter ser priser uten mva. og betaler på avtalte vilkår.</p><p>Dette er en demonstrasjon: ingenting her sendes, belastes eller leveres.</p>",
          "<p>Privatkunder ser priser med moms och betalar när varan skickas. Företag ser priser utan moms och betalar enligt avtal.</p><p>Det här är en demonstration: inget skickas, debiteras eller levereras.</p>",
          "<p>Klienci prywatni widzą ceny z VAT i płacą przy wysyłce. Firmy widzą ceny netto i płacą na uzgodnionych warunkach.</p><p>To jest wersja demonstracyjna: niczego nie wysyłamy, nie pobieramy opłat i nie dostarczamy.</p>",
          "<p>Private customers see prices with VAT and pay when the goods are sent. Companies see prices without VAT and pay on agreed terms.</p><p>This is a demonstration: nothing here is sent, charged or delivered.</p>"),
    ),
)  # fmt: skip
