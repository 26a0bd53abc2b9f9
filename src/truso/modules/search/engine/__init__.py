"""The search engine: an index on disk, one writer, any number of readers. Plain Python and NumPy, no Django."""

from truso.modules.search.engine.build import (
    build_generation,
    current_generation,
    is_offered,
    new_generation_folder,
    offer,
    publish,
    publish_offered,
    state_in_use,
)
from truso.modules.search.engine.lock import WriterBusy
from truso.modules.search.engine.replica import Replica
from truso.modules.search.engine.values import (
    Bounds,
    CountedId,
    Facet,
    FacetValue,
    GenerationInfo,
    IndexedText,
    IndexedVariant,
    RangeFacet,
    Reduction,
    SearchHit,
    SearchPage,
    SearchQuery,
    SearchScope,
    Suggestions,
    upper_end,
    whole_of,
)
from truso.modules.search.engine.writer import NoGeneration, Writer

__all__ = [
    "Bounds",
    "CountedId",
    "Facet",
    "FacetValue",
    "GenerationInfo",
    "IndexedText",
    "IndexedVariant",
    "NoGeneration",
    "RangeFacet",
    "Reduction",
    "Replica",
    "SearchHit",
    "SearchPage",
    "SearchQuery",
    "SearchScope",
    "Suggestions",
    "Writer",
    "WriterBusy",
    "build_generation",
    "current_generation",
    "is_offered",
    "new_generation_folder",
    "offer",
    "publish",
    "publish_offered",
    "state_in_use",
    "upper_end",
    "whole_of",
]
