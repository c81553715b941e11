namespace Vuosikello.Web.Tests.Matrix;

/// <summary>A body for one command, whole in its shape, which its decider refuses or which changes nothing: whoever may give it is told 422 and not 403.</summary>
/// <param name="Body">By the organisation that the command names.</param>
/// <param name="OfPartner">Whether the command names an organisation or is about a thing of one: it is tried with the own and with another one.</param>
/// <param name="Agreement">To which agreement.</param>
internal sealed record Sample(Func<string, object?> Body, bool OfPartner = false, string Agreement = "ei-ole")
{
    private const string Hash = "0000000000000000000000000000000000000000000000000000000000000000", Guid = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
    private static readonly object Nothing = new { };
    private static readonly object Plan = new
    {
        title = Nothing,
        introduction = Nothing,
        subject = new { rules = true, agreements = Array.Empty<string>(), year = (int?)null },
        invited = Array.Empty<string>(),
        opens = "2027-01-01T00:00:00Z",
        closes = "2027-02-01T00:00:00Z",
        remindBefore = Array.Empty<int>(),
    };

    private static readonly object Backwards = new { kind = "days", first = "2026-12-02", last = "2026-12-01" };

    /// <summary>The agreement that Tuusula is a party of.</summary>
    public const string Tuusulas = "matriisi";

    /// <summary>One for every command that somebody may give, by its name.</summary>
    public static IReadOnlyDictionary<string, Sample> All { get; } = new Dictionary<string, Sample>(StringComparer.Ordinal)
    {
        ["FoundPartnership"] = Of(Nothing),
        ["RenamePartnership"] = Of(Nothing),
        ["AddArea"] = Of(new { id = "Ä", name = Nothing, municipalities = Array.Empty<string>() }),
        ["RedrawArea"] = Of(new { name = Nothing, municipalities = Array.Empty<string>() }),
        ["RemoveArea"] = Of(null),
        ["AddTheme"] = Of(new { id = "Ä", name = Nothing }),
        ["RenameTheme"] = Of(Nothing),
        ["RemoveTheme"] = Of(null),
        ["AdmitPartner"] = Of(new { id = "Ä", kind = "municipality", name = Nothing, areas = Array.Empty<string>(), themes = Array.Empty<string>() }),
        ["ChangePartnerCard"] = Own(_ => new { kind = "municipality", name = Nothing, areas = Array.Empty<string>(), themes = Array.Empty<string>() }),
        ["ConfirmPartnerCard"] = Own(_ => null),
        ["BringInPartners"] = Of(Array.Empty<object>()),
        ["DismissPartner"] = Of(null),
        ["RegisterPremises"] = Own(partner => new { id = "Ä", owner = partner, name = Nothing, address = (string?)null, capacity = (int?)null, access = Array.Empty<string>(), accessText = Nothing, terms = Nothing, price = Nothing }),
        ["ChangePremises"] = Own(partner => new { owner = partner, name = Nothing, address = (string?)null, capacity = (int?)null, access = Array.Empty<string>(), accessText = Nothing, terms = Nothing, price = Nothing }),
        ["WithdrawPremises"] = Of(null),
        ["FormWorkingGroup"] = Of(new { id = "Ä", name = Nothing, theme = (string?)null, partners = Array.Empty<string>() }),
        ["ChangeWorkingGroup"] = Of(new { name = Nothing, theme = (string?)null, partners = Array.Empty<string>() }),
        ["DissolveWorkingGroup"] = Of(null),

        ["DraftCycle"] = Of(null),
        ["SetCycleEmphasis"] = Of(Nothing),
        ["OpenCycleForComments"] = Of(null),
        ["ReturnCycleToDraft"] = Of(null),
        ["AdoptCycle"] = Of(null),
        ["CloseCycle"] = Of(null),
        ["ReopenCycle"] = Of(null),
        ["RollCycleForward"] = Of(new { fromYear = 1999, activities = Array.Empty<string>() }),

        ["PlanActivity"] = Of(new { title = Nothing, time = Backwards }),
        ["EditActivity"] = Of(new { title = Nothing }),
        ["RescheduleActivity"] = Of(Backwards),
        ["ConfirmActivity"] = Own(_ => null),
        ["ReturnActivityToProposal"] = Own(_ => null),
        ["CancelActivity"] = Own(_ => Nothing),
        ["ReinstateActivity"] = Own(_ => null),
        ["MarkActivityHeld"] = Own(_ => Nothing),
        ["RevokeActivityHolding"] = Own(_ => null),
        ["WithdrawActivity"] = Own(_ => null),

        ["DraftRules"] = Of(Array.Empty<object>()),
        ["AddRulesHeading"] = Of(Nothing),
        ["RenameRulesHeading"] = Of(Nothing),
        ["RemoveRulesHeading"] = Of(null),
        ["AddRulesClause"] = Of(new { heading = "ei-ole", text = Nothing }),
        ["EditRulesClause"] = Of(new { basedOn = 0, text = Nothing }),
        ["MoveRulesClause"] = Of(new { basedOn = 0, heading = "ei-ole" }),
        ["RemoveRulesClause"] = Of(new { basedOn = 0 }),
        ["ProposeChange"] = Of(new { change = new { kind = "removed", clause = Guid } }),
        ["ReviseProposal"] = Of(new { change = new { kind = "removed", clause = Guid } }),
        ["WithdrawProposal"] = Of(null),
        ["TakeProposal"] = Of(new { basedOn = 0 }),
        ["DeclineProposal"] = Of(Nothing),
        ["AdoptRules"] = Of(new { year = 2150, hash = Hash }),

        ["DraftAgreement"] = Own(partner => new { title = Nothing, parties = new[] { partner }, term = new { from = "2027-01-01" } }),
        ["EditAgreement"] = Party(_ => new { title = Nothing }),
        ["AddAgreementClause"] = Party(_ => new { text = Nothing }),
        ["EditAgreementClause"] = Party(_ => new { text = Nothing }),
        ["MoveAgreementClause"] = Party(_ => Nothing),
        ["RemoveAgreementClause"] = Party(_ => Nothing),
        ["OfferAgreement"] = Of(null),
        ["ReturnAgreementToDraft"] = Of(null),
        ["AmendAgreement"] = Of(Nothing),
        ["DropAmendment"] = Of(null),
        ["ApproveAgreement"] = Party(partner => new { party = partner, hash = Hash, body = new { fi = "Hallitus" }, metOn = "2026-11-01" }),
        ["RefuseAgreement"] = Party(partner => new { party = partner, hash = Hash, reason = new { fi = "Ei" } }),
        ["SignAgreement"] = Party(partner => new { party = partner, hash = Hash }),
        ["WithdrawAgreementSignature"] = Party(partner => new { party = partner }),
        ["GiveNotice"] = Party(partner => new { party = partner, reason = new { fi = "Ei" } }),

        ["PlanRound"] = Of(Plan),
        ["ReplanRound"] = Of(Plan),
        ["OpenRound"] = Of(new { activities = Array.Empty<string>() }),
        ["InviteToRound"] = Of(new { partners = Array.Empty<string>() }),
        ["ProlongRound"] = Of(new { closes = "2020-01-01T00:00:00Z" }),
        ["CancelRound"] = Of(new { reason = Nothing }),
        ["AllowLateStatement"] = Of(new { until = "2020-01-01T00:00:00Z" }),
        ["AnswerRemark"] = Of(new { kind = "accepted" }),
        ["DraftStatement"] = Own(_ => new { stands = Array.Empty<object>() }),
        ["SendStatement"] = Own(_ => null),
        ["MakeGuestLink"] = Of(new { partner = "tuusula" }),
        ["RevokeGuestLink"] = Of(null),

        ["OpenReview"] = Of(new { title = Nothing, span = new { first = "2026-01-01", last = "2026-02-01" } }),
        ["AddReviewParticipant"] = Of(new { role = Nothing }),
        ["RemoveReviewParticipant"] = Of(null),
        ["AddReviewRemark"] = Of(new { text = Nothing }),
        ["RemoveReviewRemark"] = Of(null),
        ["CloseReview"] = Of(Nothing),

        ["CreateCalendarLink"] = Of(new { name = "", kind = "mine" }),
        ["RevokeCalendarLink"] = Of(null),
        ["InviteMember"] = Of(new { role = "editor" }),
        ["RevokeInvitation"] = Of(null),
        ["AcceptInvitation"] = Of(new { secret = "x" }),
        ["GrantRole"] = Of(new { role = "editor" }),
        ["EndRole"] = Of(new { role = "editor" }),
        ["GiveUpRole"] = Of(new { role = "editor", partner = "ei-ole" }),
        ["RestrictPartnershipToMembers"] = Of(null),
        ["OpenPartnershipToAll"] = Of(null),
        ["AppointAdministrator"] = Of(null),
        ["DismissAdministrator"] = Of(null),
        ["ErasePerson"] = Of(null),
        ["EraseOneself"] = Of(null),
    };

    /// <summary>What stands in the places of an address.</summary>
    public static string Place(string name) => name switch
    {
        "year" => "2150",
        "number" or "version" => "1",
        "round" => "kesapiha",
        "member" => Site.Administrator,
        "activity" or "clause" or "proposal" or "invitation" or "link" or "contact" => Guid,
        _ => "ei-ole",
    };

    private static Sample Of(object? body) => new(_ => body);

    private static Sample Own(Func<string, object?> body) => new(body, OfPartner: true);

    private static Sample Party(Func<string, object?> body) => new(body, OfPartner: true, Tuusulas);
}
