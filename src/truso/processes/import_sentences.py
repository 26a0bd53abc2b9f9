"""What imports refuse, in sentences: about files, about cells, about rows."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

SENTENCES: Mapping[str, str] = {
    # Files
    "encoding_unknown": _("There is no encoding %(found)s."),
    "file_archive": _("A zip file holds exactly one table: CSV, Excel, JSON lines or XML."),
    "file_archive_bomb": _("The zip file unpacks to more than it may. It was not opened."),
    "file_archive_path": _("The zip file holds a path that leads out of it. It was not opened."),
    "attachment_missing": _("The zip file has no file named %(found)s."),
    "file_broken": _("The file is broken or is not what it seems to be; it could be read up to line %(line)s."),
    "file_cell_long": _("A cell on line %(line)s has more than %(most)s characters."),
    "file_columns": _("The file has more than %(most)s columns."),
    "file_empty": _("The file is empty."),
    "file_encoding": _("Letters on line %(line)s do not fit the encoding of the file. Choose another encoding."),
    "file_encrypted": _(
        "The file is protected by a password or is an old Excel file. Save it as .xlsx or CSV without one."
    ),
    "file_entities": _("The XML file declares entities of its own. Such files are not read."),
    "file_json_array": _("The JSON file is one list of more than %(most)s MB. Save it as JSON lines."),
    "file_not_a_table": _("This is no table: bring CSV, Excel (.xlsx), JSON lines or XML."),
    "file_too_much": _("The file asks for more memory or time than it may."),
    "row_path_unknown": _("The file has no elements %(found)s."),
    "separator_unknown": _("“%(found)s” is no separator that is known."),
    # How a file is read
    "value_unreadable": _("A value is a text, a number, true or false, null, or a list of texts without “|”."),
    "import_begun": _("Some of this file is in already; how it is read can't be changed any more."),
    "import_broke_off": _("The import broke off by a fault of the program. What is in stays; it can go on."),
    "import_column_unknown": _("The file has no column %(column)s."),
    "import_field_twice": _("Two columns are mapped to %(field)s."),
    "import_field_unknown": _("There is no field %(field)s."),
    "import_field_closed": _("Your role may not write the field %(field)s."),
    "import_file_gone": _("The file is gone from the store. Bring it again."),
    "import_key_unmapped": _("No column is mapped to %(field)s, so the rows can't be told apart."),
    "import_state": _("That can't be done with the import as it stands."),
    "import_target_unknown": _("There is nothing of that kind to import."),
    # Cells
    "cell_boolean": _("“%(found)s” is neither yes nor no."),
    "cell_code_damaged": _("“%(found)s” is what a spreadsheet has made of a number. Write the number as text."),
    "cell_date": _("“%(found)s” is no date; write it as 2026-03-31 or 31.03.2026."),
    "cell_formula": _("The cell holds a formula. Save the file with values instead."),
    "cell_number": _("“%(found)s” is no number."),
    "cell_too_long": _("The text is longer than %(most)s characters."),
    # Rows
    "key_missing": _("The cell that tells the rows apart is empty."),
    "key_twice": _("The same stands on row %(line)s already."),
    "attribute_not_in_family": _("The family has no attribute %(attribute)s."),
    "attribute_outside": _("“%(value)s” lies outside %(least)s to %(most)s."),
    "changed_meanwhile": _("Somebody changed it while the file was read. Bring the row again."),
    "changed_since": _("It was changed after the import and stays as it is: %(fields)s."),
    "import_ambiguous": _("Several are named “%(found)s”; write the code or the whole path."),
    "import_choice": _("“%(found)s” is none of %(choices)s."),
    "import_disagrees": _("Row %(line)s says something else of the same product, %(code)s."),
    "import_no_place": _("Choose the price list or the location in the options."),
    "import_not_cleared": _("This can't be emptied."),
    "import_number_outside": _("“%(found)s” is not from %(least)s to %(most)s with at most %(places)s decimals."),
    "import_product_other": _("The article belongs to the product %(code)s; articles do not change their product."),
    "import_still_used": _("Orders or stock refer to it: it is out of sale instead of gone."),
    "import_unknown": _("There is no “%(found)s”."),
    "record_still_used": _("Something refers to it, so it stays."),
    "row_twice": _("The same row stands in the file before."),
    "sku_unknown": _("No article has the number %(sku)s."),
    "stock_below_reserved": _("%(reserved)s are promised to orders: the stock can't be less."),
    "value_invalid": _("“%(found)s” is not a value this can have."),
    "value_unknown": _("“%(found)s” does not exist."),
    "unit_other_dimension": _("%(unit)s can't be written in %(wanted)s."),
    "unit_unknown": _("There is no unit %(unit)s."),
}
