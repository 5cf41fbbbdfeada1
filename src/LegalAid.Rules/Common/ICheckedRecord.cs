namespace LegalAid.Rules.Common;

/// <summary>A parameter record whose settings must agree with each other; a book in which they do not is refused with these reasons.</summary>
public interface ICheckedRecord
{
    IEnumerable<string> Faults();
}
