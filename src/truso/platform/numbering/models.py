from django.db import models


class NumberSeries(models.Model):
    """A gapless series of document numbers. Its row is the last lock a transaction takes."""

    code = models.CharField(max_length=60, unique=True)
    next_number = models.BigIntegerField(default=1)

    class Meta:
        verbose_name_plural = "number series"
        constraints = [models.CheckConstraint(condition=models.Q(next_number__gte=1), name="number_series_positive")]

    def __str__(self) -> str:
        return self.code
