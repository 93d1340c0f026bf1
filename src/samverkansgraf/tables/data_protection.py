"""The text of ``DATASKYDD.md``: what whoever publishes a project fills in on personal data."""

from __future__ import annotations

from typing import Final

FILE: Final = "DATASKYDD.md"
TEXT: Final = """# Dataskydd: {name}

Fyll i det som står tomt. Texten är en hjälp att tänka igenom behandlingen, inte juridisk rådgivning.

## Vem som ansvarar

Personuppgiftsansvarig:

Kontakt:

Dataskyddsombud:

## Varför uppgifterna behandlas

Ändamål:

Rättslig grund, och varför den gäller:

## Vilka personer det gäller

Personer är med bara i sin offentliga roll, till exempel den som leder en verksamhet eller har skrivit en källa. Personnummer, privata adresser och telefonnummer ska aldrig stå i tabellerna; `samverkansgraf check` letar efter sådana.

Varifrån uppgifterna kommer (se `sources.csv`):

## Information till dem det gäller

Hur och när de får veta att de är med:

## Invändningar, rättelse och radering

Den som inte vill vara med, eller hittar ett fel, skriver till kontakten ovan.

- **Rättelse:** ändra raden i tabellen och skriv upp ändringen i `CORRECTIONS.md`.
- **Radering:** skriv en rad i `suppress.csv` med `about` (id), `reason` (skäl) och `date` (datum). Då utelämnas raderna om personen, det som bara den har sagt, och namnet i övriga texter, när grafen byggs. Ta sedan bort uppgifterna ur tabellerna: `suppress.csv` gömmer dem bara. Läs igenom fritexterna också; ett förnamn för sig letas det inte efter.
- **Publicera på nytt:** filer som redan har lämnats ut ändras inte av sig själva. Byt ut dem.

Hur snabbt det görs:

## Hur länge

När uppgifterna gås igenom och tas bort:

## Vad som publiceras

Rapporter och bilder visar personens roll. Med `--public` är de utan namn. Uppgifterna är ändå personuppgifter: en roll kan ofta föras tillbaka till den som har den.

## In English

Fill in who is the controller and its contact and data protection officer, the purpose and the legal ground, how those concerned are informed, where the data come from, how long they are kept, and how objections, corrections and erasure are handled. Erasure: a row in `suppress.csv` (`about`, `reason`, `date`), then take the data out of the tables, read through the free texts, and publish anew. This is an aid, not legal advice. Without names the data are still personal data: a role can often be led back to who holds it.
"""
