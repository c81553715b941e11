using MediatR;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands;

/// <summary>
/// Refuses what is no command at all: ids that are empty, parts that are missing. What a whole command may say is the
/// decider's business.
/// </summary>
internal sealed class ShapeCheck<TCommand> : IPipelineBehavior<Send<TCommand>, Outcome> where TCommand : ICommand
{
    public Task<Outcome> Handle(Send<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<Outcome> next)
    {
        string? field = Shape.FlawOf(request.Stamp) ?? Shape.FlawOf(request.Command);
        return field is null ? next() : Task.FromResult<Outcome>(new Outcome.Refused([new Problem(CommandProblems.Malformed, field)]));
    }
}

internal static partial class Shape
{
    /// <summary>The field that is missing or cannot be one, in camelCase, or null when there is none.</summary>
    public static string? FlawOf(Stamp? stamp) =>
        stamp is null ? "stamp"
        : stamp.Command.Value == Guid.Empty ? "command"
        : stamp.By.Value == Guid.Empty ? "by"
        : stamp.For is { } partner && !Slug.IsValid(partner.Value) ? "for"
        : null;

    /// <inheritdoc cref="FlawOf(Stamp?)" />
    public static string? FlawOf(ICommand? command) => command switch
    {
        null => "command",
        ICommandWithin any when any is not FoundPartnership && !Slug.IsValid(any.Partnership.Value) => "partnership",
        FoundPartnership { Partnership.Value: null } => "partnership",
        IActivityCommand { Activity.Value: var id } when id == Guid.Empty => "activity",
        PlanActivity plan => plan.Details is null ? "details" : FlawOf(plan.Details),
        EditActivity edit => edit.Changes is null ? "changes" : FlawOf(edit.Changes),
        RescheduleActivity { Time: null } => "time",
        CancelActivity { Reason: null } => "reason",
        SetCycleEmphasis { Emphasis: null } => "emphasis",
        RollCycleForward { Activities: null } => "activities",
        FoundPartnership { Name: null } or RenamePartnership { Name: null } or RenameTheme { Name: null } => "name",
        AddArea add => FlawOf(add.Area),
        RedrawArea redraw => FlawOf(redraw.Area),
        AddTheme { Theme: not { Id.Value: not null, Name: not null } } => "theme",
        AdmitPartner admit => FlawOf(admit.Partner),
        ChangePartnerCard change => FlawOf(change.Partner),
        FormWorkingGroup form => FlawOf(form.Group),
        ChangeWorkingGroup change => FlawOf(change.Group),
        _ => FlawOfRules(command) ?? FlawOfAgreement(command) ?? FlawOfRound(command) ?? FlawOfReview(command) ?? FlawOfCalendarLink(command) ?? FlawOfMembership(command) ?? FlawOfRegister(command),
    };

    private static string? FlawOf(ActivityDetails details) => details switch
    {
        { Title: null } => "title",
        { Time: null } => "time",
        { Description: null } => "description",
        { Areas: null } => "areas",
        { Themes: null } => "themes",
        { Participants: null } => "participants",
        { Agenda: null } => "agenda",
        { Responsible.Role: null } => "responsible",
        _ => null,
    };

    private static string? FlawOf(ActivityChanges changes) => changes switch
    {
        { Title: { To: null } } => "title",
        { Time: { To: null } } => "time",
        { Description: { To: null } } => "description",
        { Areas: { To: null } } => "areas",
        { Themes: { To: null } } => "themes",
        { Participants: { To: null } } => "participants",
        { Agenda: { To: null } } => "agenda",
        { Responsible: { To: { Role: null } } } => "responsible",
        _ => null,
    };

    private static string? FlawOf(Area area) => area is { Id.Value: not null, Name: not null, Municipalities: not null } ? null : "area";

    private static string? FlawOf(WorkingGroup group) => group is { Id.Value: not null, Name: not null, Partners: not null } ? null : "group";
}
