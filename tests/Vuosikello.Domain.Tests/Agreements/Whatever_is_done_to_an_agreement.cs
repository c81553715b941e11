using FsCheck;
using FsCheck.Fluent;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Agreements;

/// <summary>What holds for random commands in random order, with retries, withdrawals and a clock that jumps.</summary>
public sealed class Whatever_is_done_to_an_agreement
{
    private static Config Thoroughly => Config.QuickThrowOnFailure.WithMaxTest(
        Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 20_000 : 400);

    private static Gen<AgreementMove> Move =>
        from kind in Gen.Choose(0, AgreementPlay.Kinds - 1)
        from who in Gen.Choose(1, 20)
        from what in Gen.Choose(1, 400)
        from clock in Gen.Choose(0, 39)
        select new AgreementMove(kind, who, what, clock);

    /// <summary>The way to an agreement in force, between other moves.</summary>
    private static readonly AgreementMove[] Way =
    [
        new(7, 1, 1, 9), new(10, 2, 1, 9), new(10, 1, 1, 9), new(13, 2, 1, 9), new(13, 1, 1, 9), new(18, 1, 1, 1), new(18, 1, 1, 1),
    ];

    /// <summary>From there an amendment that puts a third party in the first one's place; who comes and who stays consent before who goes.</summary>
    private static readonly AgreementMove[] WayOn =
    [
        new(16, 1, 2, 9), new(0, 1, 11, 9), new(7, 1, 1, 9), new(10, 1, 1, 9), new(10, 14, 1, 9), new(13, 1, 1, 9), new(13, 14, 1, 9),
        new(10, 2, 1, 9), new(13, 1, 1, 9), new(13, 14, 1, 9), new(13, 2, 1, 9),
    ];

    private static Arbitrary<List<AgreementMove>> Plays =>
        (from before in Move.ListOf()
         from agreed in Gen.Elements(0, 3, 5, 7)
         from amended in Gen.Elements(0, 3, 5, 7, 9, 11)
         from after in Move.ListOf()
         select before.Concat(Way.Take(agreed)).Concat(WayOn.Take(amended)).Concat(after).ToList()).ToArbitrary();

    /// <summary>Half of the plays begin with an agreement that renews itself.</summary>
    private static AgreementPlay Begin(int number) => new(number % 2 == 0 ? 12 : null);

    private static void Always(Func<AgreementStep, bool> holds) =>
        Prop.ForAll(Plays, moves => Begin(moves.Count).Play(moves).All(holds)).Check(Thoroughly);

    [Fact]
    public void It_is_never_in_force_without_a_signature_by_every_party_on_one_and_the_same_hash() =>
        Always(step => step.After.Standing == AgreementStanding.NotYet
            || step.After.Current!.Content.Parties.All(party =>
                step.After.Current.Signatures.Count(s => s.Party == party && s.Hash == step.After.Current.Hash) == 1));

    [Fact]
    public void No_version_takes_anothers_place_without_a_signature_on_its_hash_by_every_party_of_the_one_that_it_replaces() =>
        Always(step => step.Before.Current is not { } replaced || step.After.InForce == replaced.Number
            || replaced.Content.Parties.All(party => step.After.Current!.Signatures.Any(s => s.Party == party && s.Hash == step.After.Current.Hash)));

    [Fact]
    public void No_amendment_is_signed_before_the_bodies_of_all_parties_of_what_is_in_force_have_approved_that_very_hash() =>
        Always(step => step.After is not { Standing: AgreementStanding.InForce, Open: { Signatures.Count: > 0 } open }
            || step.After.Current!.Content.Parties.All(party => open.Approvals.Any(a => a.Party == party && a.Hash == open.Hash)));

    [Fact]
    public void It_is_never_signed_by_a_party_before_every_body_has_approved_that_very_hash() =>
        Always(step => step.After.Versions.All(version => version.Signatures.Count == 0
            || version.Content.Parties.All(party => version.Approvals.Any(a => a.Party == party && a.Hash == version.Hash))));

    [Fact]
    public void Nothing_that_was_offered_or_signed_ever_changes() =>
        Always(step => step.Before.Versions.Zip(step.After.Versions).All(pair => Frozen(pair.First) == Frozen(pair.Second))
            && step.After.Versions.Count >= step.Before.Versions.Count);

    private static (int, AgreementContent, ValueList<NamedParty>, string, string) Frozen(AgreementVersion version) =>
        (version.Number, version.Content, version.Parties, version.Text, version.Hash);

    [Fact]
    public void The_hash_of_each_version_is_that_of_its_own_text_and_its_text_is_that_of_its_content() =>
        Always(step => step.After.Versions.All(version => version.Hash == CanonicalText.HashOf(version.Text)
            && version.Text == AgreementText.Of(step.After.Id, version.Number, version.Content, version.Parties)));

    [Fact]
    public void One_version_at_most_is_in_force_and_one_at_most_is_open() =>
        Always(step => step.After.Versions.Count(v => v.Status == VersionStatus.InForce) == (step.After.Standing == AgreementStanding.InForce ? 1 : 0)
            && step.After.Versions.Count(v => v.Status == VersionStatus.Open) <= 1);

    [Fact]
    public void What_was_accepted_is_nothing_new_when_it_comes_again() =>
        Always(step => step.Decision is not Decision.Accepted || step.Command is not (SignAgreement or ApproveAgreement or RefuseAgreement
            or WithdrawAgreementSignature or LetTimePass or PutAgreementInRound or TakeAgreementOutOfRound or ReturnAgreementToDraft)
            || AgreementDecider.Decide(step.After, step.Command, AgreementSamples.Around, step.Now) is Decision.Accepted { Events.Count: 0 });

    [Fact]
    public void Nothing_due_is_left_after_a_decision_and_an_end_is_final() =>
        Always(step => (step.Decision is not Decision.Accepted || step.After.NextMoment is not { } next || next.At > step.Now)
            && (step.Before.Standing is AgreementStanding.NotYet or AgreementStanding.InForce || step.Before.Standing == step.After.Standing));

    [Fact]
    public void What_is_due_is_brought_about_in_order_each_once() =>
        Prop.ForAll(Plays, moves =>
        {
            var play = Begin(moves.Count);
            foreach (var _ in play.Play(moves)) { }
            var fell = play.Facts.Select(fact => fact.Event).OfType<CommitmentFellDue>().ToList();
            return fell.Distinct().Count() == fell.Count
                && fell.GroupBy(e => e.Commitment).All(one => one.Zip(one.Skip(1)).All(pair => pair.First.On < pair.Second.On));
        }).Check(Thoroughly);

    [Fact]
    public void A_change_says_from_which_remark_it_followed_and_no_change_follows_from_a_remark_that_nobody_made() =>
        Always(step => step.Command is not ITracedCommand { Origin.Remark: { } remark } || (step.Made
            ? step.Decision is not Decision.Accepted changed || changed.Events.OfType<ITracedChange>().All(e => e.Origin!.Remark == remark)
            : step.Decision is Decision.Refused));

    [Fact]
    public void What_is_refused_or_clashes_says_why() =>
        Always(step => step.Decision switch
        {
            Decision.Refused refused => refused.Problems.Count > 0,
            Decision.Clashed clashed => clashed.Clashes.Count > 0,
            _ => true,
        });

    /// <summary>The properties would hold of nothing if plays did not come to where they matter. Always the same plays, so that it does not depend on luck.</summary>
    [Fact]
    public void Plays_reach_every_standing_and_every_stage()
    {
        var random = new Random(2026);
        var stages = new HashSet<AgreementStage>();
        var standings = new HashSet<AgreementStanding>();
        var commands = new HashSet<Type>();
        var traced = new HashSet<Type>();
        for (int play = 0; play < 500; play++)
        {
            var moves = Randomly(random, 5).Concat(Way.Take(random.Next(Way.Length + 1))).Concat(Randomly(random, 40)).ToList();
            foreach (var step in Begin(moves.Count).Play(moves))
            {
                stages.Add(step.After.Stage);
                standings.Add(step.After.Standing);
                if (step.Decision is Decision.Accepted { Events.Count: > 0 }) commands.Add(step.Command.GetType());
                if (step is { Decision: Decision.Accepted { Events: [ITracedChange, ..] }, Command: ITracedCommand { Origin: not null } }) traced.Add(step.Command.GetType());
            }
        }

        Assert.Equal(Enum.GetValues<AgreementStage>().ToHashSet(), stages);
        Assert.Equal(Enum.GetValues<AgreementStanding>().ToHashSet(), standings);
        Assert.Equal(Decided, commands);
        Assert.Equal(Decided.Where(t => t.IsAssignableTo(typeof(ITracedCommand))).ToHashSet(), traced);
    }

    private static HashSet<Type> Decided =>
        [.. typeof(IAgreementCommand).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IAgreementCommand)) && t.IsClass && t != typeof(DraftAgreement))];

    private static IEnumerable<AgreementMove> Randomly(Random random, int count) =>
        Enumerable.Range(0, random.Next(count)).Select(_ => new AgreementMove(random.Next(AgreementPlay.Kinds), random.Next(1, 20), random.Next(1, 400), random.Next(40)));
}
