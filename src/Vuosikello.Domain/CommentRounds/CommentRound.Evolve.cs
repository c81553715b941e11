namespace Vuosikello.Domain.CommentRounds;

public sealed partial record CommentRound
{
    /// <inheritdoc />
    public static CommentRound? Evolve(CommentRound? state, Fact fact) => state is null
        ? fact.Event is RoundPlanned e ? Begun(e, fact) : null
        : state.After(fact) with { Version = fact.Version };

    private static CommentRound Begun(RoundPlanned e, Fact fact) => new(
        e.Round, e.Plan, TouchOf(fact), RoundPhase.Planned, null, null, [], [], [], [], LocalText.Empty, fact.Version);

    private CommentRound After(Fact fact) => fact.Event switch
    {
        RoundReplanned e => this with { Plan = e.Plan, Planned = TouchOf(fact) },
        RoundOpened e => this with { Phase = RoundPhase.Open, Opened = fact.Stamp, Documents = e.Documents },
        PartnersInvited e => this with { Plan = Plan with { Invited = [.. Plan.Invited, .. e.Partners] }, Planned = TouchOf(fact) },
        RoundProlonged e => this with { Plan = Plan with { Closes = e.Closes }, Planned = TouchOf(fact) },
        PartnersReminded e => this with { RemindedFor = e.Due },
        RoundCancelled e => this with { Phase = RoundPhase.Cancelled, CancellationReason = e.Reason },
        RoundClosed => this with { Phase = RoundPhase.Closed },
        StatementDrafted e => With(Drafted(e, TouchOf(fact))),
        StatementSent e => With(Sent(e, fact.Stamp)).WithLink(link => link.Guest == fact.Stamp.By, link => link with { IsUsed = true }),
        LateStatementAllowed e => this with { Leaves = Leaves.Set(new LateLeave(e.Partner, e.Until, fact.Stamp), l => l.Partner == e.Partner) },
        RemarkAnswered e => Answered(e, TouchOf(fact)),
        GuestLinkMade e => this with { GuestLinks = [.. GuestLinks, new(e.Link, e.Partner, e.SecretHash, GuestLink.GuestOf(Id, e.Link), fact.Stamp)] },
        GuestLinkRevoked e => WithLink(link => link.Id == e.Link, link => link with { IsRevoked = true }),
        _ => this,
    };

    private CommentRound With(Statement statement) => this with { Statements = Statements.Set(statement, s => s.Partner == statement.Partner) };

    private CommentRound WithLink(Func<GuestLink, bool> isIt, Func<GuestLink, GuestLink> changed) =>
        this with { GuestLinks = GuestLinks.Select(link => isIt(link) ? changed(link) : link).ToValueList() };

    private Statement Drafted(StatementDrafted e, Touch touch)
    {
        var before = StatementOf(e.Partner) ?? new Statement(e.Partner, [], null, null);
        var draft = before.Draft;
        foreach (var stand in e.Stands) draft = draft.Set(new DraftEntry(stand, touch), entry => entry.Stand.Clause == stand.Clause);
        return before with { Draft = draft, General = e.General is null ? before.General : new GeneralDraft(e.General, touch) };
    }

    private Statement Sent(StatementSent e, Stamp stamp)
    {
        var before = StatementOf(e.Partner) ?? new Statement(e.Partner, [], null, null);
        return before with { Sent = new SentStatement(e.Stands, e.General, e.Late, (before.Sent?.Times ?? 0) + 1, stamp) };
    }

    private CommentRound Answered(RemarkAnswered e, Touch touch)
    {
        var before = AnswersTo(e.Partner, e.Clause) ?? new RemarkAnswers(e.Partner, e.Clause, []);
        var after = before with { Given = [.. before.Given, new GivenAnswer(e.Kind, e.Reason, touch)] };
        return this with { Answers = Answers.Set(after, a => a.Partner == e.Partner && a.Clause == e.Clause) };
    }

    private static Touch TouchOf(Fact fact) => new(fact.Version, fact.Stamp);
}

internal static class Replacing
{
    /// <summary>The list with the item in the place of the one that it stands for, or at the end.</summary>
    public static ValueList<T> Set<T>(this ValueList<T> list, T item, Func<T, bool> isSame)
    {
        var items = new List<T>(list.Count + 1);
        items.AddRange(list);
        int at = items.FindIndex(i => isSame(i));
        if (at < 0) items.Add(item);
        else items[at] = item;
        return items.ToValueList();
    }
}
