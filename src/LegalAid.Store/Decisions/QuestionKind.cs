using System.Text.Json;
using System.Text.Json.Nodes;
using LegalAid.Rules.Common;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Store.Decisions;

/// <summary>On which office's behalf and as of which day a question is put, and what it is answered from. Nothing in the facts may be later than that day.</summary>
public sealed record Asking(string OfficeCode, DateOnly Day, RuleBooks Books, WorkCalendar Calendar)
{
    /// <summary>The office's own book on a day. A county follows its prefecture's books.</summary>
    /// <exception cref="NoRuleBookException">Before the office's first book, or for an office without one.</exception>
    public RuleBook OwnBook(DateOnly day) => Books.InForceOn(BookCode, day);

    private string BookCode => Books.Offices.FirstOrDefault(office => office.Counties?.Any(county => county.Code == OfficeCode) == true)?.Code ?? OfficeCode;
}

/// <summary>The rules' answer to a question, also in the one form in which it is told to everybody.</summary>
/// <param name="IsYes">Whether the rules found what was asked for: somebody to propose, nothing against granting, a day.</param>
/// <param name="Books">The versions of the books it was answered from.</param>
public sealed record Answer(object Decision, string Json, bool IsYes, IReadOnlyList<string> Books)
{
    public static Answer Of<T>(T decision, bool isYes, params IBook[] books)
        where T : class =>
        new(decision, CanonicalJson.Write(decision), isYes, [.. books.Select(book => book.Version).Distinct(StringComparer.Ordinal)]);
}

/// <summary>
/// A kind of question the rules answer for whoever states the facts. What the facts must look like is said once, by <see cref="Schema"/>: it is what is
/// published and what refuses. Nothing is stored.
/// </summary>
public sealed class QuestionKind
{
    private readonly Func<JsonElement, Asking, Outcome<Answer>> ask;

    private QuestionKind(string name, string title, Type facts, Type decision, Func<JsonElement, Asking, Outcome<Answer>> ask)
    {
        (Name, Title, Facts, Decision, this.ask) = (name, title, facts, decision, ask);
        Schema = FactsSchema.Of(facts, title);
    }

    /// <summary>As in the address: assignment, admission, pool-admission, deadline.</summary>
    public string Name { get; }

    public string Title { get; }

    public Type Facts { get; }

    public Type Decision { get; }

    /// <summary>JSON Schema of the facts.</summary>
    public JsonObject Schema { get; }

    internal static QuestionKind Of<TFacts, TDecision>(string name, string title, Func<TFacts, Asking, Outcome<Answer>> answer) =>
        new(name, title, typeof(TFacts), typeof(TDecision), (facts, asking) => answer(facts.Deserialize<TFacts>(CanonicalJson.Options)!, asking));

    /// <summary>The answer, or every fault of the question; the refusal's fact is then the place in the facts, as a JSON pointer.</summary>
    public Outcome<Answer> Ask(ReadOnlyMemory<byte> facts, Asking asking)
    {
        try
        {
            _ = (asking.OwnBook(asking.Day), asking.Books.National(asking.Day));        // without a book there is nothing to read the facts for
            using var document = FactsReading.Parse(facts);
            return FactsCheck.Faults(document.RootElement, Schema) is { Count: > 0 } faults ? faults : ask(document.RootElement, asking);
        }
        catch (JsonException error)
        {
            return FactsReading.Fault(error);
        }
        catch (NoRuleBookException error)
        {
            return new Refusal("no-rule-book", error.Message, []);
        }
    }
}
