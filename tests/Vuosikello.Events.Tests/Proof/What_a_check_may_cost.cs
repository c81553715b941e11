using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Rules;
using Vuosikello.Events.Proof;
using static Vuosikello.Events.Tests.Proof.SampleAgreement;

namespace Vuosikello.Events.Tests.Proof;

/// <summary>A small file can ask for a long text to be made anew thousands of times: anybody may send one.</summary>
public sealed class What_a_check_may_cost
{
    private const int Length = 100_000, Bound = 20 * Length;

    [Fact]
    public void A_file_that_adopts_a_long_text_again_and_again_is_given_up_at_the_bound()
    {
        IEvent[] long100 = [Rules[0], new RulesClauseReworded(((RulesDrafted)Rules[0]).Clauses[0].Id, new LocalText(new string('a', Length)), null)];
        var adopted = WorkingRulesAdopted(long100);

        Assert.Null(Check(Of(Life.Take(1), [.. long100, .. Enumerable.Repeat(adopted, 10)]), Bound).First);
        Assert.Throws<TooLargeToCheckException>(() => Check(Of(Life.Take(1), [.. long100, .. Enumerable.Repeat(adopted, 30)]), Bound));
    }

    [Fact]
    public void A_file_of_thousands_of_clauses_is_given_up_at_the_bound()
    {
        var clauses = Enumerable.Range(1, 3_000).Select(i => new AgreementClauseAdded(new(new ClauseId(new Guid(i, 4, 4, new byte[8])), LocalText.Empty, LocalText.Empty), null, null));

        Assert.Throws<TooLargeToCheckException>(() => Check(Of([Life[0], .. clauses]), Bound));
    }

    [Fact]
    public void A_text_that_is_not_offered_in_full_is_found_before_it_is_made_anew()
    {
        var offered = (AgreementOffered)Life[OfferedFirst];
        var longer = (AgreementDrafted)Life[0];
        longer = longer with { Content = longer.Content with { Clauses = [longer.Content.Clauses[0] with { Text = new LocalText(new string('a', 2 * Bound)) }] } };

        Assert.Equal(MisfitReason.FormNotKnown, Check(Of([longer, offered with { Text = "x" }]), Bound).First!.Reason);
        Assert.Equal(MisfitReason.TextOfAnother, Check(Of([longer, offered with { Hash = new string('a', 64) }]), Bound).First!.Reason);
    }

    [Fact]
    public void A_sound_file_costs_little() => Assert.Null(Check(Sound, 5_000).First);

    [Fact]
    public void A_check_that_nobody_waits_for_ends() =>
        Assert.Throws<OperationCanceledException>(() => ExportCheck.Check(Sound, ct: new CancellationToken(canceled: true)));

    private static RulesAdopted WorkingRulesAdopted(IEnumerable<IEvent> before)
    {
        var rules = TestKit.Samples.Fold<WorkingRules>([.. before]);
        return (RulesAdopted)Rules[1] with { Hash = Domain.Documents.CanonicalText.HashOf(rules.Draft.Canonical(rules.Partnership)) };
    }

    private static ExportFindings Check(Export export, long mostEffort) => ExportCheck.Check(ExportReader.Read(SampleExport.Written(export)), mostEffort: mostEffort);
}
