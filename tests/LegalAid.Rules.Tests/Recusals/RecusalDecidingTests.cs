using LegalAid.Rules.Common;
using LegalAid.Rules.Recusals;
using Xunit;

namespace LegalAid.Rules.Tests.Recusals;

/// <summary>Who stands aside at once, who waits for whose decision, and that nobody decides the own request.</summary>
public sealed class RecusalDecidingTests
{
    private static readonly RecusalRules Beibei = new("BB-8.1", new(RecusalBody.Centre, "BB-8.2"), new(RecusalBody.Section, "BB-8.3"), new(RecusalBody.Bureau, "BB-8.4"));

    [Theory]
    [Clause("BB-8.1", "CF-14")]
    [InlineData(Relation.Self, RecusalStatus.Recused)]
    [InlineData(Relation.Spouse, RecusalStatus.Recused)]
    [InlineData(Relation.Parent, RecusalStatus.Recused)]
    [InlineData(Relation.Child, RecusalStatus.Recused)]
    [InlineData(Relation.Sibling, RecusalStatus.Recused)]           // the clerk who is the applicant's brother
    [InlineData(Relation.Grandparent, RecusalStatus.Recused)]
    [InlineData(Relation.Grandchild, RecusalStatus.Recused)]
    [InlineData(Relation.OtherRelative, RecusalStatus.Waiting)]     // a cousin is no near relative (Civil Code art. 1045)
    [InlineData(Relation.OtherInterest, RecusalStatus.Waiting)]
    [InlineData(Relation.Namesake, RecusalStatus.Waiting)]          // that it is somebody else is for another to say
    public void A_near_relative_stands_aside_at_once_and_everybody_else_asks(Relation relation, RecusalStatus expected) =>
        Assert.Equal(expected, RecusalDeciding.Weigh(Declaration(relation)));

    [Fact]
    [Clause("BB-8.1")]
    public void A_near_relative_waits_where_another_says_so_or_where_the_relative_is_no_party()
    {
        Assert.Equal(RecusalStatus.Waiting, RecusalDeciding.Weigh(Declaration(Relation.Sibling) with { ByOneself = false }));
        Assert.Equal(RecusalStatus.Waiting, RecusalDeciding.Weigh(Declaration(Relation.Sibling) with { NamesParty = false, HasWords = true }));
    }

    [Fact]
    public void Every_relation_is_near_or_not() => Assert.All(Enum.GetValues<Relation>(), relation => Relations.IsNearRelative(relation));

    [Theory]
    [Clause("BB-8.1")]
    [InlineData(false, false, false, null, "nobody-named")]
    [InlineData(true, false, false, null, null)]
    [InlineData(false, true, false, null, null)]
    [InlineData(true, false, true, null, "case-over")]
    [InlineData(true, false, false, RecusalStatus.Waiting, "declared-already")]
    [InlineData(true, false, false, RecusalStatus.Recused, "recused-already")]
    public void A_declaration_says_to_whom_and_is_made_once(bool namesParty, bool hasWords, bool over, RecusalStatus? standing, string? code)
    {
        var declaration = new RecusalDeclaration(Relation.OtherRelative, ByOneself: true, namesParty, hasWords, over, standing);

        Assert.Equal(code, RecusalDeciding.WhyNotDeclare(declaration, Beibei)?.Code);
    }

    [Theory]
    [InlineData(Relation.Self)]
    [InlineData(Relation.Namesake)]
    public void Whoever_is_the_party_or_bears_its_name_says_which(Relation relation) =>
        Assert.Equal("party-unnamed", RecusalDeciding.WhyNotDeclare(Declaration(relation) with { NamesParty = false, HasWords = true }, Beibei)?.Code);

    [Theory]
    [InlineData(OfficerRank.Clerk, RecusalBody.Centre, OfficerRank.CentreHead, "BB-8.2")]
    [InlineData(OfficerRank.CentreHead, RecusalBody.Section, OfficerRank.Section, "BB-8.3")]
    [InlineData(OfficerRank.Section, RecusalBody.Bureau, OfficerRank.Bureau, "BB-8.4")]
    [InlineData(OfficerRank.Bureau, RecusalBody.Bureau, OfficerRank.Bureau, "BB-8.4")]
    [Clause("BB-8.2", "BB-8.3", "BB-8.4")]
    public void The_next_above_decides_and_nobody_else(OfficerRank concerned, RecusalBody body, OfficerRank decider, string clause)
    {
        Assert.Equal(new Setting<RecusalBody>(body, clause), Beibei.DecidedBy(concerned));
        foreach (var rank in Enum.GetValues<OfficerRank>())
        {
            var refusal = RecusalDeciding.WhyNotDecide(Question(body, rank), grants: true, null, Beibei);
            Assert.Equal(rank == decider ? null : "other-body", refusal?.Code);
            Assert.All(refusal is null ? [] : new[] { refusal }, no => Assert.Equal([clause, "CF-14"], no.ClauseIds));
        }
    }

    [Theory]
    [Clause("BB-8.2", "BB-8.3", "BB-8.4", "CF-14")]
    [InlineData(RecusalBody.Centre, OfficerRank.CentreHead)]
    [InlineData(RecusalBody.Section, OfficerRank.Section)]
    [InlineData(RecusalBody.Bureau, OfficerRank.Bureau)]
    public void Nobody_decides_the_own_request_granting_or_not(RecusalBody body, OfficerRank decider)
    {
        foreach (var grants in (bool[])[true, false])
        {
            Assert.Equal("own-recusal", RecusalDeciding.WhyNotDecide(Question(body, decider) with { IsConcerned = true }, grants, "理由", Beibei)?.Code);
            Assert.Equal("own-request", RecusalDeciding.WhyNotDecide(Question(body, decider) with { IsReporter = true }, grants, "理由", Beibei)?.Code);
        }
    }

    [Theory]
    [InlineData(RecusalStatus.Waiting, true, null, null)]
    [InlineData(RecusalStatus.Waiting, false, "表亲久不往来", null)]
    [InlineData(RecusalStatus.Waiting, false, " ", "no-reason")]
    [InlineData(RecusalStatus.Recused, true, null, "decided")]
    [InlineData(RecusalStatus.NotRecused, false, "理由", "decided")]
    public void It_is_decided_once_and_refused_with_a_reason_only(RecusalStatus status, bool grants, string? reason, string? code) =>
        Assert.Equal(code, RecusalDeciding.WhyNotDecide(Question(RecusalBody.Centre, OfficerRank.CentreHead) with { Status = status }, grants, reason, Beibei)?.Code);

    [Fact]
    [Clause("CF-14")]
    public void Where_an_offices_text_is_silent_the_common_rule_speaks_alone()
    {
        var refusal = RecusalDeciding.WhyNotDecide(Question(RecusalBody.Centre, OfficerRank.Clerk), grants: true, null, RecusalRules.Unwritten);

        Assert.Equal(["CF-14"], refusal!.ClauseIds);
    }

    private static RecusalDeclaration Declaration(Relation relation) => new(relation, ByOneself: true, NamesParty: true, HasWords: false, CaseIsOver: false, Standing: null);

    private static RecusalQuestion Question(RecusalBody body, OfficerRank decider) => new(RecusalStatus.Waiting, body, decider, IsConcerned: false, IsReporter: false);
}
