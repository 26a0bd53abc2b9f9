"""Units as merchants write them, and what a value is in another one. pint knows the units; it is loaded when first needed."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from truso.kernel.refusals import Refusal

# What our units and those of suppliers' files are called in pint. Upper case: codes of UN/ECE Recommendation 20.
_NAMES = {
    '"': "inch", "″": "inch", "''": "inch", "in": "inch", "tommer": "inch", "tum": "inch", "cal": "inch", "INH": "inch",
    "MMT": "mm", "CMT": "cm", "DMT": "dm", "MTR": "m", "KMT": "km", "FOT": "foot", "MTK": "m^2", "MTQ": "m^3", "CMK": "cm^2",
    "MMK": "mm^2", "GRM": "g", "KGM": "kg", "TNE": "tonne", "LBR": "pound", "lb": "pound", "lbs": "pound", "ONZ": "ounce",
    "oz": "ounce", "LTR": "liter", "MLT": "milliliter", "CLT": "centiliter", "DLT": "deciliter", "l": "liter", "L": "liter",
    "dl": "deciliter", "cl": "centiliter", "ml": "milliliter", "VLT": "volt", "AMP": "ampere", "WTT": "watt", "KWT": "kilowatt",
    "HTZ": "hertz", "CEL": "degC", "°C": "degC", "°F": "degF", "FAH": "degF", "K": "kelvin", "°": "degree", "DD": "degree",
    "BAR": "bar", "PAL": "pascal", "NU": "newton*meter", "Nm": "newton*meter", "N·m": "newton*meter", "NEW": "newton",
    "%": "percent", "P1": "percent", "HUR": "hour", "h": "hour", "t": "hour", "MIN": "minute", "SEC": "second", "DAY": "day",
    "dager": "day", "dagar": "day", "dni": "day", "µm": "micrometer", "my": "micrometer", "Ω": "ohm", "OHM": "ohm",
    "lm": "lumen", "LUM": "lumen", "kWh": "kilowatt_hour", "KWH": "kilowatt_hour", "Ah": "ampere_hour", "AMH": "ampere_hour",
    "mAh": "milliampere_hour", "o/min": "rpm", "r/min": "rpm", "RPM": "rpm", "obr/min": "rpm", "m/s": "m/s", "MTS": "m/s",
    "m³/h": "m^3/hour", "m3/h": "m^3/hour", "MQH": "m^3/hour", "l/min": "liter/minute", "L2": "liter/minute",
}  # fmt: skip
_POWERS = str.maketrans({"²": "^2", "³": "^3", "·": "*", "×": "*"})


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(non_int_type=Decimal, autoconvert_offset_to_baseunit=True)


def _unit(name: str) -> Any:
    """Return pint's unit of a name; None for one nobody knows."""
    import pint

    word = name.strip()
    for one in dict.fromkeys((_NAMES.get(word), _NAMES.get(word.upper()), word.translate(_POWERS), word.lower())):
        if not one:
            continue
        try:
            return _registry().parse_units(one)
        except (pint.errors.PintError, AttributeError, TypeError, ValueError):
            continue
    return None


def convert(value: Decimal, from_unit: str, to_unit: str) -> Decimal | Refusal:
    """Return a value in another unit, exactly but for the 28 digits of Decimal.

    Returns the refusals `unit_unknown` for a unit nobody knows and `unit_other_dimension` for kilograms as millimeters.
    """
    if from_unit.strip() == to_unit.strip():
        return value
    line = _line(from_unit.strip(), to_unit.strip())
    if isinstance(line, Refusal):
        return line
    factor, offset = line
    found = value * factor + offset
    whole = found.to_integral_value()
    # What a factor that does not end leaves behind the twentieth digit is none of the value's.
    return whole if abs(found - whole) < Decimal("1e-15") else found.normalize()


@cache
def _line(from_unit: str, to_unit: str) -> tuple[Decimal, Decimal] | Refusal:
    """Return the factor and the offset between two units: every conversion of this trade is a straight line."""
    source, target = _unit(from_unit), _unit(to_unit)
    if source is None or target is None:
        return Refusal("unit_unknown", {"unit": from_unit if source is None else to_unit})
    if source.dimensionality != target.dimensionality:
        return Refusal("unit_other_dimension", {"unit": from_unit, "wanted": to_unit})
    quantity = _registry().Quantity
    zero = Decimal(quantity(Decimal(0), source).to(target).magnitude)
    one = Decimal(quantity(Decimal(1), source).to(target).magnitude)
    return one - zero, zero


def conversion(from_unit: str, to_unit: str) -> tuple[Decimal, Decimal] | Refusal:
    """Return the factor and the offset from one unit to another; the refusals of `convert`."""
    return _line(from_unit.strip(), to_unit.strip())


def is_unit(name: str) -> bool:
    """Tell whether anybody knows a unit."""
    return _unit(name.strip()) is not None
