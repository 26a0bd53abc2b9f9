"""Everything prices are resolved from, and what became of it."""

from truso.modules.pricing.models.campaigns import Campaign, CampaignUse, ConsumerPrice
from truso.modules.pricing.models.lists import (
    CostList,
    Discount,
    Price,
    PriceChange,
    PriceHistory,
    PriceList,
    PriceLists,
    PricePolicy,
)

__all__ = [
    "Campaign",
    "CampaignUse",
    "ConsumerPrice",
    "CostList",
    "Discount",
    "Price",
    "PriceChange",
    "PriceHistory",
    "PriceList",
    "PriceLists",
    "PricePolicy",
]
