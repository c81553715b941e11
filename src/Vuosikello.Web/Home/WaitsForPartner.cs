using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Web.Home;

/// <summary>What an organisation is asked for and a person may give in its name: the front page and the private calendars say the same.</summary>
public static class WaitsForPartner
{
    /// <summary>Until when the round waits for the statement of the organisation that the person acts for, itself outside, UTC; null when it does not.</summary>
    public static Instant? Statement(CommentRound round, Standing standing, Instant now)
    {
        if (standing.For is not { } partner || !round.IsInvited(partner) || Rights.Check(typeof(DraftStatement), standing) is not null) return null;
        return round.StatementOf(partner)?.Sent is null && round.TakesStatementOf(partner, now) ? round.EndsFor(partner) : null;
    }

    /// <summary>What the agreement waits for from the organisation that the person acts for; null when for nothing that this person may give.</summary>
    public static Consent? Consent(Agreement agreement, Standing standing)
    {
        if (standing.For is not { } party || agreement.Open is not { Refusal: null } open || !open.Consenting.Contains(party)) return null;
        if (open.Approvals.All(a => a.Party != party)) return Rights.Check(typeof(ApproveAgreement), standing, agreement) is null ? Home.Consent.Approval : null;
        bool isNext = open.IsApprovedByAll && open.Signatures.All(s => s.Party != party);
        return isNext && Rights.Check(typeof(SignAgreement), standing, agreement) is null ? Home.Consent.Signature : null;
    }
}

/// <summary>How an organisation consents to an agreement.</summary>
public enum Consent
{
    Approval,
    Signature,
}
