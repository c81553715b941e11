using NodaTime;

namespace Vuosikello.Domain.Agreements;

/// <summary>
/// A party ends the agreement: it goes on for the notice period, counted from today in Helsinki. One that would have ended earlier
/// ends then all the same; one that would have been renewed on the way goes on until the period is over, so that nobody is left
/// with less time than was agreed.
/// </summary>
public sealed record GiveNotice(AgreementId Agreement, PartnerId Party, LocalText Reason) : IPartyCommand;

public static partial class AgreementDecider
{
    private static Decision GiveNotice(Agreement state, GiveNotice command, Instant now)
    {
        if (state.Standing != AgreementStanding.InForce) return Decision.Refuse(new Problem(ProblemCodes.AgreementNotInForce, "agreement"));
        var content = state.Current!.Content;
        IEnumerable<Problem> problems =
        [
            .. content.Parties.Contains(command.Party) ? Array.Empty<Problem>() : [new Problem(ProblemCodes.NotAParty, "party", [command.Party.Value])],
            .. state.Notice is { } given ? new[] { new Problem(ProblemCodes.NoticeGivenAlready, "agreement", [Texts.Iso(given.EndsOn)]) } : [],
            .. content.Notice is null ? new[] { new Problem(ProblemCodes.NoNoticePeriod, "agreement") } : [],
            .. Texts.Required(command.Reason, "reason", ContentRules.ReasonLimit),
        ];
        return Decision.Unless(problems, () =>
        {
            var today = HelsinkiDays.Of(now);
            var ends = content.Notice!.EndAfter(today);
            if (content.Term.RenewedByMonths is null && state.Until < ends) ends = state.Until.Value;
            return Decision.Accept(new AgreementNoticeGiven(command.Party, command.Reason, today, ends));
        });
    }
}
