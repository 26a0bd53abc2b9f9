"""The files of the source: which there must be, which columns they have, and their values read strictly."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import IO

# What is read of each file. Further columns and files are left alone.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "DimCurrency": ("CurrencyKey", "CurrencyAlternateKey"),
    "DimCustomer": (
        "CustomerKey", "GeographyKey", "CustomerAlternateKey", "FirstName", "MiddleName", "LastName", "EmailAddress",
        "AddressLine1", "AddressLine2", "Phone", "DateFirstPurchase",
    ),
    "DimGeography": (
        "GeographyKey", "City", "CountryRegionCode", "EnglishCountryRegionName", "PostalCode",
    ),
    "DimProduct": (
        "ProductKey", "ProductAlternateKey", "ProductSubcategoryKey", "WeightUnitMeasureCode", "EnglishProductName",
        "FinishedGoodsFlag", "Color", "ListPrice", "Size", "Weight", "DaysToManufacture", "ProductLine", "DealerPrice", "Class",
        "Style", "EnglishDescription", "StartDate", "EndDate", "Status",
    ),
    "DimProductCategory": ("ProductCategoryKey", "EnglishProductCategoryName"),
    "DimProductSubcategory": ("ProductSubcategoryKey", "EnglishProductSubcategoryName", "ProductCategoryKey"),
    "DimPromotion": ("PromotionKey", "EnglishPromotionName", "DiscountPct"),
    "DimReseller": (
        "ResellerKey", "GeographyKey", "ResellerAlternateKey", "Phone", "ResellerName", "FirstOrderYear", "AddressLine1",
        "AddressLine2",
    ),
    "DimSalesTerritory": ("SalesTerritoryKey", "SalesTerritoryCountry"),
    "FactAdditionalInternationalProductDescription": ("ProductKey", "CultureName", "ProductDescription"),
    "FactCurrencyRate": ("CurrencyKey", "AverageRate", "Date"),
    "FactInternetSales": (
        "ProductKey", "CustomerKey", "PromotionKey", "CurrencyKey", "SalesTerritoryKey", "SalesOrderNumber", "SalesOrderLineNumber",
        "OrderQuantity", "UnitPrice", "SalesAmount", "TaxAmt", "Freight", "CarrierTrackingNumber", "CustomerPONumber", "OrderDate",
        "DueDate", "ShipDate",
    ),
    "FactResellerSales": (
        "ProductKey", "ResellerKey", "PromotionKey", "CurrencyKey", "SalesTerritoryKey", "SalesOrderNumber", "SalesOrderLineNumber",
        "OrderQuantity", "UnitPrice", "SalesAmount", "TaxAmt", "Freight", "CarrierTrackingNumber", "CustomerPONumber", "OrderDate",
        "DueDate", "ShipDate",
    ),
}  # fmt: skip
_MOST = Decimal(10) ** 12


class ImportRefused(Exception):
    """The data can't be brought in; the text says why in one sentence."""


class Row:
    """One line of a file. Its values are read by type; what doesn't fit is refused with file, line and column."""

    __slots__ = ("_line", "_name", "_places", "_values")

    def __init__(self, name: str, line: int, places: Mapping[str, int], values: list[str]) -> None:
        self._name, self._line, self._places, self._values = name, line, places, values

    def text(self, column: str, limit: int = 0) -> str:
        """Return a value without surrounding space, refused when it is longer than a limit."""
        value = self._values[self._places[column]].strip()
        if "\x00" in value or (limit and len(value) > limit):
            raise self.refusal(column, f"is not a text of at most {limit} characters")
        return value

    def key(self, column: str) -> str:
        """Return a value that must not be empty."""
        return self.text(column, 80) or self._empty(column)

    def _empty(self, column: str) -> str:
        raise self.refusal(column, "is empty")

    def amount(self, column: str) -> Decimal:
        """Return a decimal number of zero or more."""
        text = self._values[self._places[column]]
        try:
            value = Decimal(text)
        except InvalidOperation:
            raise self.refusal(column, f"is not a number: “{text[:40]}”") from None
        if not value.is_finite() or not 0 <= value < _MOST:
            raise self.refusal(column, f"is out of range: “{text[:40]}”")
        return value

    def amount_or_none(self, column: str) -> Decimal | None:
        """Return a decimal number, or None where the source is silent."""
        return self.amount(column) if self.text(column) else None

    def day(self, column: str) -> date:
        """Return a date written as 2013-07-01."""
        text = self._values[self._places[column]]
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise self.refusal(column, f"is not a date: “{text[:40]}”") from None

    def day_or_none(self, column: str) -> date | None:
        """Return a date, or None where the source is silent."""
        return self.day(column) if self.text(column) else None

    def refusal(self, column: str, problem: str) -> ImportRefused:
        """Return the sentence that says what is wrong with a value."""
        return ImportRefused(f"{self._name}, line {self._line}: {column} {problem}.")


class Source:
    """The folder of the files."""

    def __init__(self, folder: Path) -> None:
        """Look for every file and its columns; refuses a folder where any is missing."""
        if not folder.is_dir():
            raise ImportRefused(f"{folder} is not a folder.")
        self._paths = {name: _find(folder, name) for name in COLUMNS}
        missing = [name for name, path in self._paths.items() if path is None]
        if missing:
            raise ImportRefused(f"{folder} has no {', '.join(f'{name}.csv' for name in missing)} (or .csv.gz).")
        for name in COLUMNS:
            next(self.rows(name), None)

    def rows(self, name: str) -> Iterator[Row]:
        """Yield the lines of a file, one at a time."""
        path = self._paths[name]
        if path is None:
            raise ImportRefused(f"{name}.csv is missing.")
        try:
            with _open(path) as file:
                yield from _read(path.name, file, COLUMNS[name])
        except UnicodeDecodeError:
            raise ImportRefused(f"{path.name} is not written in UTF-8.") from None
        except (gzip.BadGzipFile, EOFError, zlib.error):
            raise ImportRefused(f"{path.name} is damaged: it can't be unpacked.") from None
        except csv.Error as problem:
            raise ImportRefused(f"{path.name} can't be read: {problem}.") from None
        except OSError as problem:
            raise ImportRefused(f"{path.name} can't be read: {problem.strerror or problem}.") from None


def _find(folder: Path, name: str) -> Path | None:
    return next((path for path in (folder / f"{name}.csv.gz", folder / f"{name}.csv") if path.is_file()), None)


def _open(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _read(name: str, file: IO[str], wanted: tuple[str, ...]) -> Iterator[Row]:
    reader = csv.reader(file, strict=True)
    header = next(reader, [])
    places = {column: place for place, column in enumerate(header)}
    absent = [column for column in wanted if column not in places]
    if absent:
        raise ImportRefused(f"{name} has no column {', '.join(absent)}.")
    width = len(header)
    for values in reader:
        if not values:
            continue
        if len(values) != width:
            raise ImportRefused(f"{name}, line {reader.line_num}: {len(values)} columns instead of {width}.")
        yield Row(name, reader.line_num, places, values)
