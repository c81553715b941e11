using System.Collections.Frozen;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands;

/// <summary>What a command needs. Whoever may do more may do less: administrator, coordinator, editor.</summary>
public enum Need
{
    /// <summary>An administrator of the server.</summary>
    Administrator,

    /// <summary>The partnership's coordinator.</summary>
    Coordinator,

    /// <summary>An editor of any partner: co-editing the shared cycle, others' activities too, is what it is for.</summary>
    Editor,

    /// <summary>
    /// An editor whose organisation answers for the activity or takes part in it; any editor while nobody does. What becomes
    /// of an activity is the business of those who make it.
    /// </summary>
    EditorOfOwn,

    /// <summary>The coordinator, or an editor or a signatory of the very organisation that the command is about.</summary>
    OfThePartner,

    /// <summary>A signatory of the very organisation that the person acts for. Nobody else signs for it, no coordinator and no administrator.</summary>
    SignatoryOfFor,

    /// <summary>An editor or a signatory of the very organisation that the person acts for: a coordinator states nothing for a partner.</summary>
    EditorOrSignatoryOfFor,

    /// <summary>The same, or whoever came by a guest link that was made for the organisation in this round.</summary>
    EditorOrSignatoryOrGuestOfFor,

    /// <summary>A member of the steering group; it reviews and decides nothing.</summary>
    SteeringGroup,

    /// <summary>The steering group's chair.</summary>
    SteeringChair,

    /// <summary>Any standing in the partnership, a reader's too.</summary>
    Member,

    /// <summary>Nothing but being signed in: whose it is the decider sees, also of who is no longer a member.</summary>
    Oneself,

    /// <summary>Nobody but the server itself: what time or another event brings about.</summary>
    Process,
}

/// <summary>
/// Who may do what: one table, with a part for each aggregate. Readers give no command. Who acts for an organisation is an
/// editor or a signatory of it; a coordinator acts for the partnership itself.
/// </summary>
public static partial class Rights
{
    private static readonly Dictionary<Type, Need> Planning = new()
    {
        [typeof(FoundPartnership)] = Need.Administrator,
        [typeof(RenamePartnership)] = Need.Coordinator,
        [typeof(AddArea)] = Need.Coordinator,
        [typeof(RedrawArea)] = Need.Coordinator,
        [typeof(RemoveArea)] = Need.Coordinator,
        [typeof(AddTheme)] = Need.Coordinator,
        [typeof(RenameTheme)] = Need.Coordinator,
        [typeof(RemoveTheme)] = Need.Coordinator,
        [typeof(AdmitPartner)] = Need.Coordinator,
        [typeof(DismissPartner)] = Need.Coordinator,
        [typeof(FormWorkingGroup)] = Need.Coordinator,
        [typeof(ChangeWorkingGroup)] = Need.Coordinator,
        [typeof(DissolveWorkingGroup)] = Need.Coordinator,

        [typeof(DraftCycle)] = Need.Coordinator,
        [typeof(SetCycleEmphasis)] = Need.Coordinator,
        [typeof(OpenCycleForComments)] = Need.Coordinator,
        [typeof(ReturnCycleToDraft)] = Need.Coordinator,
        [typeof(AdoptCycle)] = Need.Coordinator,
        [typeof(CloseCycle)] = Need.Coordinator,
        [typeof(ReopenCycle)] = Need.Coordinator,
        [typeof(RollCycleForward)] = Need.Coordinator,

        [typeof(PlanActivity)] = Need.Editor,
        [typeof(EditActivity)] = Need.Editor,
        [typeof(RescheduleActivity)] = Need.Editor,
        [typeof(ConfirmActivity)] = Need.EditorOfOwn,
        [typeof(ReturnActivityToProposal)] = Need.EditorOfOwn,
        [typeof(CancelActivity)] = Need.EditorOfOwn,
        [typeof(ReinstateActivity)] = Need.EditorOfOwn,
        [typeof(MarkActivityHeld)] = Need.EditorOfOwn,
        [typeof(RevokeActivityHolding)] = Need.EditorOfOwn,
        [typeof(WithdrawActivity)] = Need.EditorOfOwn,
    };

    private static readonly FrozenDictionary<Type, Need> Table =
        new[] { Planning, Registers, WorkingRules, Agreements, CommentRounds, SteeringReviews, CalendarLinks, MembersAndAdministrators }.SelectMany(part => part).ToFrozenDictionary();

    /// <summary>Every command there is.</summary>
    internal static IEnumerable<Type> Commands => Table.Keys;

    /// <summary>What a command needs.</summary>
    /// <exception cref="KeyNotFoundException">The command is not in the table: nobody may give it.</exception>
    public static Need Of(Type command) => Table[command];

    /// <summary>The reason why somebody may not give a command, or null; pages ask it too, for which controls to show.</summary>
    public static Problem? Check(Type command, Standing standing)
    {
        var need = Of(command);
        if (need == Need.Oneself) return null;
        if (standing.IsGuestOfFor) return need == Need.EditorOrSignatoryOrGuestOfFor ? null : new Problem(CommandProblems.NotAllowed);
        if (standing.For is { } partner && !standing.IsEditorOfFor && !standing.IsSignatoryOfFor)
            return new Problem(CommandProblems.NotActingFor, "for", [partner.Value]);
        if (Personal(need, standing) is { } may) return may ? null : new Problem(CommandProblems.NotAllowed);
        if (standing.IsAdministrator) return null;
        return need switch
        {
            Need.Administrator => new Problem(CommandProblems.NotAllowed),
            Need.Coordinator => standing.IsCoordinator ? null : new Problem(CommandProblems.NotAllowed),
            Need.OfThePartner => standing.IsCoordinator || standing.IsEditorOfFor || standing.IsSignatoryOfFor ? null : new Problem(CommandProblems.NotAllowed),
            _ when standing.IsCoordinator || standing.IsEditorOfFor => null,
            _ => new Problem(standing.IsEditor ? CommandProblems.NotActingFor : CommandProblems.NotAllowed, "for", [""]),
        };
    }

    /// <summary>What hangs on a person's own standing; null for the needs that a higher role meets too.</summary>
    private static bool? Personal(Need need, Standing standing) => need switch
    {
        Need.SignatoryOfFor => standing.IsSystem || standing.IsSignatoryOfFor,
        Need.EditorOrSignatoryOfFor or Need.EditorOrSignatoryOrGuestOfFor => standing.IsSystem || standing.IsSignatoryOfFor || standing.IsEditorOfFor,
        Need.Member => standing.IsSystem || standing.IsAdministrator || standing.IsMember,
        Need.SteeringGroup => standing.IsSystem || standing.IsInSteeringGroup,
        Need.SteeringChair => standing.IsSystem || standing.IsSteeringChair,
        Need.Process => standing.IsSystem,
        _ => null,
    };

    /// <summary>The same for a command to this very activity.</summary>
    public static Problem? Check(Type command, Standing standing, Activity activity)
    {
        if (Check(command, standing) is { } problem) return problem;
        if (Of(command) != Need.EditorOfOwn || standing.IsAdministrator || standing.IsCoordinator) return null;
        return IsOwn(activity.Details, standing.For) ? null : new Problem(CommandProblems.NotOwnActivity);
    }

    private static bool IsOwn(ActivityDetails details, PartnerId? partner)
    {
        if (details.Responsible?.Partner is null && details.Participants.Count == 0) return true;
        if (details.Responsible?.Partner == partner) return true;
        foreach (var participant in details.Participants)
            if (participant == partner) return true;
        return false;
    }
}
