using NodaTime;

namespace Vuosikello.Domain.Agreements;

/// <summary>Tells that a party's body approved the version with this hash.</summary>
/// <param name="Hash">SHA-256 of the canonical text that the body approved.</param>
/// <param name="Body">Such as <c>kunnanhallitus</c>.</param>
/// <param name="MetOn">The day of its meeting, from the day on which the version was laid before the parties to today, in Helsinki.</param>
/// <param name="Section">Of the minutes, such as <c>§ 214</c>; may be empty.</param>
public sealed record ApproveAgreement(AgreementId Agreement, PartnerId Party, string Hash, LocalText Body, LocalDate MetOn, string Section) : IPartyCommand;

public static partial class AgreementDecider
{
    private static Decision Approve(Agreement state, ApproveAgreement command, Instant now)
    {
        var wanted = (command.Hash, command.Body, command.MetOn, command.Section.Trim());
        var known = state.VersionWith(command.Hash)?.Approvals.FirstOrDefault(a => a.Party == command.Party);
        if (known is not null && wanted == (known.Hash, known.Body, known.MetOn, known.Section)) return Decision.Accept();
        IEnumerable<Problem> problems =
        [
            .. NotBeforeParty(state, command.Party, command.Hash),
            .. state.Open is { Signatures.Count: > 0 } ? new[] { new Problem(ProblemCodes.SigningHasBegun, "agreement") } : [],
            .. Texts.Required(command.Body, "body", Texts.NameLimit),
            .. Texts.Optional(command.Section, "section", ContentRules.SectionLimit),
            .. command.MetOn > HelsinkiDays.Of(now) ? new[] { new Problem(ProblemCodes.MeetingToCome, "metOn", [Texts.Iso(command.MetOn)]) } : [],
            .. state.Open is { } open && command.MetOn < HelsinkiDays.Of(open.Offered.At)
                ? new[] { new Problem(ProblemCodes.MeetingBeforeOffer, "metOn", [Texts.Iso(command.MetOn), Texts.Iso(HelsinkiDays.Of(open.Offered.At))]) } : [],
        ];
        return Decision.Unless(problems, () => Decision.Accept(new AgreementApproved(
            command.Party, state.Open!.Number, command.Hash, command.Body, command.MetOn, command.Section.Trim())));
    }
}
