using NodaTime;

namespace Vuosikello.Domain.Agreements;

/// <summary>What time brings about in an agreement, by itself: each thing once, in order, with the moment at which it was due.</summary>
internal static class Passing
{
    /// <summary>The most that one command brings about: after a very long stop, or with a clock gone wild, the rest comes with the next.</summary>
    public const int MostAtOnce = 1_000;

    /// <summary>Everything due up to now, in the order in which it was.</summary>
    public static ValueList<IEvent> Due(Agreement state, Instant now)
    {
        var due = new List<IEvent>();
        while (due.Count < MostAtOnce && Next(state) is { } next && next.At <= now)
        {
            due.Add(next.Event);
            state = After(state, [next.Event], now);
        }
        return due.ToValueList();
    }

    /// <summary>The state after events of a command that is still being decided: who gives it does not matter to what follows, when it is given does.</summary>
    public static Agreement After(Agreement state, ValueList<IEvent> events, Instant now)
    {
        foreach (var e in events) state = Agreement.Evolve(state, new Fact(e, state.Version + 1, new Stamp(default, default, null, now)))!;
        return state;
    }

    /// <summary>The next thing that is due, however far away; null when nothing ever will be.</summary>
    public static Pending? Next(Agreement state)
    {
        if (state.Standing is AgreementStanding.Terminated or AgreementStanding.Expired) return null;
        var next = ComesIntoForce(state);
        if (state.Standing != AgreementStanding.InForce) return next;
        // at one and the same moment a new version is in force first, then the term ends, then commitments fall due
        next = Earlier(next, Ends(state));
        foreach (var commitment in state.Current!.Content.Commitments) next = Earlier(next, FallsDue(state, commitment));
        return next;
    }

    private static Pending? Earlier(Pending? first, Pending? second) =>
        first is null || second?.At < first.Value.At ? second : first;

    private static Pending? ComesIntoForce(Agreement state)
    {
        if (state.Open is not { Stage: AgreementStage.Signed } open) return null;
        var firstDay = HelsinkiDays.StartOf(open.FirstDay());
        var at = Instant.Max(firstDay, open.Signatures.Max(signature => signature.Stamp.At));
        return new(at, $"in-force {open.Number}", new AgreementCameIntoForce(open.Number, at));
    }

    private static Pending? Ends(Agreement state)
    {
        if (state.LastDay is not { } last) return null;
        var over = HelsinkiDays.StartOf(last.PlusDays(1));
        string cause = $"end {Texts.Iso(last)}";
        if (state.Notice is not null) return new(over, $"notice {cause}", new AgreementTerminated(last, over));
        var content = state.Current!.Content;
        if (content.Term.RenewedByMonths is not { } months) return new(over, cause, new AgreementExpired(last, over));
        // counted from the first of the terms, so that a term ending on 29 February does so again in the next leap year
        var until = content.Term.Until!.Value.PlusDays(1).PlusMonths(months * (state.Renewals + 1)).PlusDays(-1);
        return new(over, cause, new AgreementRenewed(until, over));
    }

    private static Pending? FallsDue(Agreement state, Commitment commitment)
    {
        var from = state.CommitmentsFrom!.Value;
        foreach (var fell in state.FellDue)
            if (fell.Commitment == commitment.Id && fell.On >= from) from = fell.On.PlusDays(1);
        if (commitment.Due.FirstFrom(from) is not { } day) return null;
        var at = HelsinkiDays.StartOf(day);
        return new(at, $"commitment {commitment.Id} {Texts.Iso(day)}", new CommitmentFellDue(commitment.Id, day, at));
    }

    /// <summary>One thing that will be due.</summary>
    public readonly record struct Pending(Instant At, string Cause, IEvent Event);
}

public sealed partial record Agreement
{
    /// <summary>The next moment at which time brings something about here, past or to come; null when there is none.</summary>
    public Moment? NextMoment => Passing.Next(this) is { } next ? new Moment(next.At, next.Cause) : null;
}
