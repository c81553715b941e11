using NodaTime;
using Vuosikello.Domain.Agreements;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Agreements;

public sealed class What_an_agreement_may_say : AgreementScenario
{
    private static readonly AgreementContent Sample = AgreementSamples.Content;
    private static readonly Commitment Report = Sample.Commitments[0];

    public static TheoryData<string, string, AgreementContent> Impossible => new()
    {
        { ProblemCodes.TextMissing, "title", Sample with { Title = LocalText.Empty } },
        { ProblemCodes.TooFewParties, "parties", Sample with { Parties = [AgreementSamples.Tuusula] } },
        { ProblemCodes.NamedTwice, "parties", Sample with { Parties = [AgreementSamples.Tuusula, AgreementSamples.Tuusula] } },
        { ProblemCodes.NoSuchPartner, "parties", Sample with { Parties = [AgreementSamples.Tuusula, new PartnerId("espoo")] } },
        { ProblemCodes.EndBeforeStart, "term", Sample with { Term = new AgreementTerm(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 1)) } },
        { ProblemCodes.RenewalNeedsEnd, "term", Sample with { Term = new AgreementTerm(new LocalDate(2026, 3, 2), null, 12) } },
        { ProblemCodes.NumberOutOfRange, "term", Sample with { Term = Sample.Term with { RenewedByMonths = 0 } } },
        { ProblemCodes.NumberOutOfRange, "notice", Sample with { Notice = new NoticePeriod(-1, NoticeUnit.Days) } },
        { ProblemCodes.NoSuchFramework, "under", Sample with { Under = new AgreementId(Samples.PartnershipId, "puite") } },
        { ProblemCodes.NoSuchRulesVersion, "rules", Sample with { Rules = [AgreementSamples.Rules with { Hash = new string('c', 64) }] } },
        { ProblemCodes.TextMissing, "clauses", Sample with { Clauses = [new(AgreementSamples.Keys, LocalText.Empty, LocalText.Empty)] } },
        { ProblemCodes.TextTooLong, "clauses", Sample with { Clauses = [new(AgreementSamples.Keys, LocalText.Empty, new LocalText(new string('a', 100_001)))] } },
        { ProblemCodes.NamedTwice, "clauses", Sample with { Clauses = [Sample.Clauses[0], Sample.Clauses[0]] } },
        { ProblemCodes.CommitmentNotByParty, "commitments", Sample with { Commitments = [Report with { By = AgreementSamples.Associations }] } },
        { ProblemCodes.NoSuchDay, "commitments", Sample with { Commitments = [Report with { Due = new CommitmentDue(2, 29, 2027) }] } },
        { ProblemCodes.NoSuchDay, "commitments", Sample with { Commitments = [Report with { Due = new CommitmentDue(13, 1) }] } },
        { ProblemCodes.NoSuchActivityHere, "commitments", Sample with { Commitments = [Report with { Activities = [new ActivityId(new Guid(1, 1, 1, new byte[8]))] }] } },
        { ProblemCodes.LinkNotAbsolute, "attachments", Sample with { Attachments = [Sample.Attachments[0] with { Link = "tilat.pdf" }] } },
        { ProblemCodes.ChecksumInvalid, "attachments", Sample with { Attachments = [Sample.Attachments[0] with { Sha256 = new string('B', 64) }] } },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_cannot_be_is_refused(string code, string field, AgreementContent content)
    {
        Given().When(new DraftAgreement(Id, content)).ThenRefused(code, field);
    }

    [Fact]
    public void A_clause_may_have_a_hundred_thousand_characters_in_each_language()
    {
        string much = string.Concat(Enumerable.Repeat("sopimus ja ", 9_090)) + "sopimusten";
        var text = new LocalText(much, much.ToUpperInvariant(), much);
        Assert.Equal(100_000, text.Length);
        Given(Drafted).When(new EditAgreementClause(Id, Keys, 0, null, new(text))).Then(new AgreementClauseReworded(Keys, text, null));
    }

    [Fact]
    public void It_stands_under_a_framework_agreement_and_no_other()
    {
        var framework = new AgreementId(Samples.PartnershipId, "puite");
        var content = Content with { Under = framework };
        Around = Around with { Framework = Samples.Fold<Agreement>(new AgreementDrafted(framework, Content)) };
        Given().When(new DraftAgreement(Id, content)).ThenRefused(ProblemCodes.NoSuchFramework, "under");
        Around = Around with { Framework = Samples.Fold<Agreement>(new AgreementDrafted(framework, Content with { Kind = AgreementKind.Framework })) };
        Given().When(new DraftAgreement(Id, content)).Then(new AgreementDrafted(Id, content));
    }

    [Fact]
    public void Nobody_has_to_mend_what_others_made_impossible()
    {
        Around = Around with { Rules = [], Activities = [], Partnership = Samples.Partnership };
        Given(Drafted).When(new EditAgreement(Id, 0, new AgreementChanges { Title = new(Why) })).Then(new AgreementRetitled(Why));
    }

    [Fact]
    public void What_is_offered_is_whole()
    {
        Content = Content with { Clauses = [], Rules = [], Notice = null, Term = new AgreementTerm(new LocalDate(2025, 1, 1), new LocalDate(2026, 1, 19), 12) };
        Given(Drafted).When(new OfferAgreement(Id, 0)).ThenRefused(
            new Problem(ProblemCodes.NothingAgreed, "clauses"),
            new Problem(ProblemCodes.TermIsOver, "term", ["2026-01-19"]),
            new Problem(ProblemCodes.NoticePeriodNeeded, "notice"));
    }

    [Fact]
    public void What_is_offered_names_partners_rules_and_parties_of_today()
    {
        Around = Around with { Rules = [], Partnership = Samples.Partnership };
        Given(Drafted, new AgreementPartiesChosen([Kerava, AgreementSamples.Associations])).When(new OfferAgreement(Id, 1)).ThenRefused(
            new Problem(ProblemCodes.NoSuchPartner, "parties", ["yhdistykset"]),
            new Problem(ProblemCodes.CommitmentNotByParty, "commitments", ["tuusula"]),
            new Problem(ProblemCodes.NoSuchRulesVersion, "rules", ["2026", "1"]));
    }
}
