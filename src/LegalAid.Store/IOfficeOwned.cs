namespace LegalAid.Store;

/// <summary>A row that belongs to one legal-aid office and is invisible to every other (query filter and row-level security).</summary>
public interface IOfficeOwned
{
    Guid OfficeId { get; }
}

/// <summary>A row that is written once: the database refuses every update, delete and truncate, also by the program itself.</summary>
public interface IAppendOnly;
