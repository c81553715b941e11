using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Home;
using Vuosikello.Web.Rounds;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>What waits for a person's statement, approval or signature, as the front page has it, on days of a calendar.</summary>
public sealed class WaitingEntries(IRoundViews rounds, IAgreementViews agreements, IClock clock)
{
    /// <param name="partnership">Where.</param>
    /// <param name="standing">What the person is for one organisation.</param>
    /// <returns>Each with the moment until which it waits at most, UTC.</returns>
    public IEnumerable<(DatedEntry Entry, Instant Until)> Of(Partnership partnership, Standing standing)
    {
        if (standing.For is not { } partner) yield break;
        var name = partnership.Partners.GetValueOrDefault(partner.Value)?.Name;
        foreach (var round in rounds.Of(partnership.Id).Select(view => view.State))
        {
            if (WaitsForPartner.Statement(round, standing, clock.GetCurrentInstant()) is { } until)
                yield return (Statement(round, partner, until) with { Partner = name }, until);
        }
        foreach (var agreement in agreements.Of(partnership.Id).Select(view => view.State))
        {
            if (WaitsForPartner.Consent(agreement, standing) is { } consent)
                yield return (Agreed(agreement, partner, consent) with { Partner = name }, Instant.MaxValue);
        }
    }

    private static DatedEntry Statement(CommentRound round, PartnerId partner, Instant until)
    {
        var (opened, planned) = (round.OpenedAt ?? round.Planned.Stamp.At, round.Planned.Stamp.At);
        var changed = Instant.Max(Instant.Max(opened, planned), round.LeaveOf(partner)?.Stamp.At ?? opened);
        return new($"{round.Id.Partnership}-round-{round.Id.Slug}-statement-{partner}", EntryKind.Statement, round.Plan.Title, DatedEntry.Until(until),
            RoundAddresses.Statement(round.Id).TrimStart('/'), opened, changed);
    }

    /// <summary>On the day from which it should hold; when it was laid before the parties later than that, on the day of that.</summary>
    private static DatedEntry Agreed(Agreement agreement, PartnerId partner, Consent consent)
    {
        var open = agreement.Open!;
        var day = LocalDate.Max(open.FirstDay(), HelsinkiDays.Of(open.Offered.At));
        string key = FormattableString.Invariant($"{agreement.Id.Partnership}-agreement-{agreement.Id.Slug}-{open.Number}-{(consent == Consent.Approval ? "approval" : "signature")}-{partner}");
        return new(key, consent == Consent.Approval ? EntryKind.Approval : EntryKind.Signature, open.Content.Title, DatedEntry.On(day),
            AgreementAddresses.Sign(agreement.Id).TrimStart('/'), open.Offered.At, open.Offered.At);
    }
}
