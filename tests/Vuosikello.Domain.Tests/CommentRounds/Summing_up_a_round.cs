using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Tests.Activities;
using static Vuosikello.Domain.Tests.CommentRounds.RoundSample;

namespace Vuosikello.Domain.Tests.CommentRounds;

public sealed class Summing_up_a_round
{
    private static readonly PartnerId[] Partners = [Kerava, Tuusula, Parish, Outsider];
    private static readonly ClauseId[] Clauses = [Premises, Fees, Unknown];

    [Fact]
    public void It_says_who_stated_who_stated_late_and_who_did_not()
    {
        var summary = RoundSummary.Of(At(After).Given(
            Planned, Opened, Sent, Closed, new StatementSent(Parish, [], new LocalText("Hyvä."), Late: true)).State!);

        Assert.Equal([Kerava], summary.Stated);
        Assert.Equal([Parish], summary.Late);
        Assert.Equal([Tuusula], summary.Silent);
        Assert.Equal(new StanceCounts(0, 1, 0, 1), summary.Documents[0].Clauses[0].Counts);
        Assert.Equal(new StanceCounts(0, 0, 0, 2), summary.Documents[0].Clauses[1].Counts);
    }

    [Fact]
    public void It_has_every_remark_with_its_answers()
    {
        var answered = new RemarkAnswered(Kerava, Premises, AnswerKind.NotAccepted, new LocalText("Ei ole rahaa."));
        var summary = RoundSummary.Of(At(After).Given(Planned, Opened, Sent, Closed, answered).State!);

        var remark = Assert.Single(summary.Remarks());
        Assert.Equal((Kerava, MoreDays, AnswerKind.NotAccepted), (remark.Partner, remark.Text, remark.Answers!.Latest.Kind));
    }

    [Fact]
    public void A_package_of_14_agreements_and_500_activities_is_summed_up()
    {
        var agreements = Enumerable.Range(0, 14).Select(a => Document(DocumentKind.Agreement, a, 30));
        var year = Document(DocumentKind.AnnualCycle, 99, 500);
        ValueList<FrozenDocument> documents = [.. agreements, year];
        var all = documents.SelectMany(d => d.Clauses).Select(c => c.Id).ToArray();
        var sent = Partners.Take(3).Select((p, i) => (IEvent)new StatementSent(
            p, all.Where((_, at) => at % (i + 1) == 0).Select(c => new ClauseStand(c, Stance.InFavour, LocalText.Empty)).ToValueList(), LocalText.Empty, false));

        var summary = RoundSummary.Of(At(After).Given([Planned, new RoundOpened(documents), .. sent]).State!);

        Assert.Equal(920, summary.Documents.Sum(d => d.Clauses.Count));
        Assert.Equal(920 + 460 + 307, summary.Documents.Sum(d => d.Clauses.Sum(c => c.Counts.InFavour)));
        Assert.All(summary.Documents.SelectMany(d => d.Clauses), c => Assert.Equal(3, c.Counts.Total));

        static FrozenDocument Document(DocumentKind kind, int number, int clauses) => new(
            kind, $"kuuma-seutu/{number}", 1, new LocalText($"Asiakirja {number}"), new string('0', 64),
            Enumerable.Range(0, clauses).Select(c => new FrozenClause(new ClauseId(new Guid(number, (short)c, 1, new byte[8])), $"{c}", LocalText.Empty, MoreDays)).ToValueList());
    }

    // Whatever is done to a round, in whatever order and at whatever time.

    private static readonly Gen<(IRoundCommand Command, Instant Now)> Step =
        from minutes in Gen.Choose(0, 90 * 24 * 60)
        from partner in Gen.Elements(Partners)
        from clause in Gen.Elements(Clauses)
        from stance in Gen.Elements((Stance?)null, Stance.InFavour, Stance.InFavourWithChanges, Stance.Against, Stance.NothingToState)
        from text in Gen.Elements(LocalText.Empty, MoreDays, new LocalText("Ei"))
        from which in Gen.Choose(0, 9)
        let now = Before + Duration.FromMinutes(minutes)
        select ((IRoundCommand)(which switch
        {
            0 or 1 or 2 => new DraftStatement(Id, partner, Latest, [new DraftedStand(clause, stance, text)]),
            3 or 4 or 5 => new SendStatement(Id, partner, Latest),
            6 => new AllowLateStatement(Id, partner, now + Duration.FromDays(3)),
            7 => new AnswerRemark(Id, partner, clause, AnswerKind.Accepted, text, Latest),
            8 => new CloseRound(Id),
            _ => new ProlongRound(Id, now + Duration.FromDays(1)),
        }), now);

    /// <summary>Stands for the version that the round has when the command comes.</summary>
    private const long Latest = 0;

    private static IEnumerable<CommentRound> States(IEnumerable<(IRoundCommand Command, Instant Now)> steps)
    {
        var state = At(During).Given(Planned, Opened).State!;
        foreach (var (command, now) in steps)
        {
            if (CommentRoundDecider.Decide(state, Based(state.Version, command), Around, now) is Decision.Accepted accepted)
                state = accepted.Events.Aggregate(state, (s, e) => CommentRound.Evolve(s, new Fact(e, s.Version + 1, By(1, null, now)))!);
            yield return state;
        }
    }

    private static IRoundCommand Based(long version, IRoundCommand command) => command switch
    {
        DraftStatement draft => draft with { BasedOn = version },
        SendStatement send => send with { BasedOn = version },
        AnswerRemark answer => answer with { BasedOn = version },
        _ => command,
    };

    private static void Always(Func<CommentRound, bool> holds) =>
        Prop.ForAll(Step.ListOf().ToArbitrary(), steps => States(steps).All(holds)).Check(ActivityGenerators.Thoroughly);

    [Fact]
    public void One_partner_never_has_two_statements() =>
        Always(round => round.Statements.Select(s => s.Partner).Distinct().Count() == round.Statements.Count
            && round.Statements.All(s => s.Draft.Select(e => e.Stand.Clause).Distinct().Count() == s.Draft.Count)
            && round.Answers.Select(a => (a.Partner, a.Clause)).Distinct().Count() == round.Answers.Count);

    [Fact]
    public void The_summary_counts_as_somebody_with_a_pencil_would() => Always(round =>
    {
        var summary = RoundSummary.Of(round);
        var sent = round.Statements.Where(s => s.Sent is not null).ToList();
        return summary.Stated.Count + summary.Late.Count == sent.Count
            && summary.Silent.Count == round.Plan.Invited.Count - sent.Count
            && summary.Documents.SelectMany(d => d.Clauses).All(clause =>
                clause.Counts.Total == sent.Count
                && clause.Counts.InFavour == Count(clause, Stance.InFavour)
                && clause.Counts.InFavourWithChanges == Count(clause, Stance.InFavourWithChanges)
                && clause.Counts.Against == Count(clause, Stance.Against));

        int Count(ClauseSummary clause, Stance stance)
        {
            int count = 0;
            foreach (var statement in sent)
                foreach (var stand in statement.Sent!.Stands)
                    if (stand.Clause == clause.Clause.Id && stand.Stance == stance) count++;
            return count;
        }
    });

    [Fact]
    public void What_was_sent_was_sent_in_time_or_with_leave() =>
        Always(round => round.Statements.All(s => s.Sent is not { } sent
            || sent.Stamp.At < round.Plan.Closes || (sent.Late && round.LeaveOf(s.Partner) is not null)));
}
