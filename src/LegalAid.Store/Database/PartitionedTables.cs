namespace LegalAid.Store.Database;

/// <summary>
/// The tables that grow for ever, partitioned by year from the start. EF cannot say "partition by", so they are written here and run by the first migration.
/// </summary>
internal static class PartitionedTables
{
    public const int FirstYear = 2020;
    public const int LastYear = 2060;

    public static string Create => $"""
        create table journal_lines (
          id uuid not null, at_utc timestamptz not null, office_id uuid not null references offices, act varchar(100) not null,
          subject_id uuid not null, officer_id uuid, reason text, details text, primary key (id, at_utc)) partition by range (at_utc);
        create index ix_journal_lines_office_id_at_utc on journal_lines (office_id, at_utc desc);
        create index ix_journal_lines_subject_id on journal_lines (subject_id, at_utc);
        create table decision_records (
          id uuid not null, made_at_utc timestamptz not null, office_id uuid not null references offices, kind varchar(40) not null,
          subject_id uuid not null, rule_book_version varchar(200) not null, facts text compression lz4 not null, result text compression lz4 not null, clauses text[] not null,
          primary key (id, made_at_utc)) partition by range (made_at_utc);
        create index ix_decision_records_subject_id on decision_records (subject_id);
        do $$ begin
          for y in {FirstYear}..{LastYear} loop
            execute format('create table journal_lines_%s partition of journal_lines for values from (%L) to (%L)', y, y || '-01-01Z', y + 1 || '-01-01Z');
            execute format('create table decision_records_%s partition of decision_records for values from (%L) to (%L)', y, y || '-01-01Z', y + 1 || '-01-01Z');
          end loop;
        end $$;
        """;

    public static string Drop => "drop table journal_lines; drop table decision_records;";
}
