using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Calendar;

/// <summary>A day the State Council's yearly plan makes a day off, or a weekend day it makes a working day (调休上班).</summary>
public sealed class Holiday
{
    public required DateOnly Day { get; init; }

    public required string Name { get; init; }

    public required bool IsWorkingDay { get; init; }
}

internal sealed class HolidayTable : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> holiday)
    {
        holiday.HasKey(h => h.Day);
        holiday.Property(h => h.Name).HasMaxLength(60);
    }
}
