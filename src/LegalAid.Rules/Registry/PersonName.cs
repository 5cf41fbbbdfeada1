namespace LegalAid.Rules.Registry;

/// <summary>A natural person's name (姓名): letters of any script, with the dot, blank, hyphen or apostrophe some names carry.</summary>
public static class PersonName
{
    public static string? WhyNot(string name) =>
        name.Any(c => !char.IsLetter(c) && c is not ('·' or ' ' or '-' or '\'') && !char.IsSurrogate(c)) ? "姓名里有数字或符号" : null;
}
