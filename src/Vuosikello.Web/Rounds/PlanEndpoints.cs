using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Rounds;

/// <summary>The list of rounds, and planning one: what, whom, when.</summary>
public static class PlanEndpoints
{
    public static void MapPlanning(this IEndpointRouteBuilder rounds)
    {
        rounds.MapGet("", (string partnership, RoundContexts contexts, IRoundViews views, IClock clock, CancellationToken ct) =>
            contexts.AtPartnership(partnership, context => Done(new RazorComponentResult<RoundListPage>(
                new { Context = context, Rounds = views.Of(context.Partnership.Id).Select(v => v.State).Where(context.Sight.Sees), Now = clock.GetCurrentInstant() })), ct)).Shows(View.Rounds);
        rounds.MapGet("/new", (string partnership, string[] agreements, string? rules, RoundContexts contexts, RoundSubjects subjects, IAgreementViews views, Texts texts, IClock clock, CancellationToken ct) =>
            contexts.AtPartnership(partnership, context => Done(
                Page(context, null, subjects, On(agreements, context, views, texts, RoundForm.Proposal(clock.GetCurrentInstant()).With("rules", rules)), [], StatusCodes.Status200OK)), ct)).Shows(View.RoundPlan);
        rounds.MapPost("/new", (string partnership, IFormCollection form, RoundContexts contexts, RoundSubjects subjects, CommandSender commands, IClock clock, INewIds ids, CancellationToken ct) =>
            contexts.AtPartnership(partnership, context => Plan(context, FormValues.Of(form), subjects, commands, clock, ids, ct), ct)).Shows(View.RoundPlan).Sends(typeof(PlanRound));
        rounds.MapGet("/{round}/plan", (string partnership, string round, RoundContexts contexts, RoundSubjects subjects, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => Done(Page(context, context.Round, subjects, RoundForm.Write(context.Round.Plan), [], StatusCodes.Status200OK)), ct))
            .Shows(View.RoundPlan);
        rounds.MapPost("/{round}/plan", (string partnership, string round, IFormCollection form, RoundContexts contexts, RoundSubjects subjects, CommandSender commands, INewIds ids, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => Replan(context, FormValues.Of(form), subjects, commands, ids, ct), ct)).Shows(View.RoundPlan).Sends(typeof(ReplanRound));
    }

    // Who asks for comments on an agreement asks its parties first; the form says so before anything is sent.
    private static FormValues On(string[] slugs, RoundsContext context, IAgreementViews views, Texts texts, FormValues values)
    {
        values = values.With("agreements", slugs);
        AgreementContent[] asked = [.. slugs.Where(Slug.IsValid).Select(s => views.Find(new AgreementId(context.Partnership.Id, s))?.State.Draft).OfType<AgreementContent>()];
        if (asked.Length == 0) return values;
        string language = LanguageSetup.Current;
        return values
            .With($"title.{language}", texts.Round["ProposedTitle", string.Join(", ", asked.Select(a => a.Title.In(language)))].Value)
            .With("invited", asked.SelectMany(a => a.Parties).Where(p => context.Partnership.State.Partners.ContainsKey(p.Value)).Select(p => p.Value).Distinct());
    }

    private static async Task<IResult> Plan(
        RoundsContext context, FormValues values, RoundSubjects subjects, CommandSender commands, IClock clock, INewIds ids, CancellationToken ct)
    {
        var reader = new FormReader(values);
        string slug = Slug.From(values["title.fi"] is { Length: > 0 } fi ? fi : values["title.sv"] is { Length: > 0 } sv ? sv : values["title.en"]);
        if (slug.Length == 0 && !reader.Text("title").IsEmpty) reader.Refuse(FormProblems.NoShortName, "title", reader.Text("title").In("fi"));
        if (RoundForm.Read(reader, context.Partnership.Id) is not { } plan) return Page(context, null, subjects, values, reader.Problems, StatusCodes.Status422UnprocessableEntity);

        // without a title there is no short name to refuse: the title itself is what is missing
        var id = new RoundId(context.Partnership.Id, slug.Length == 0 ? "-" : slug);
        var outcome = await commands.Send(new PlanRound(id, plan), FormIds.Read(values, "command", ids), ct);
        return outcome is Outcome.Done
            ? SeeOther.To(RoundAddresses.Of(id), plan.Opens <= clock.GetCurrentInstant() ? DoneCodes.RoundOpensNow : DoneCodes.RoundPlanned)
            : outcome.Answer((problems, status) => Page(context, null, subjects, values, [.. problems.Where(p => slug.Length > 0 || p.Field != "round")], status));
    }

    private static async Task<IResult> Replan(
        RoundContext context, FormValues values, RoundSubjects subjects, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        var reader = new FormReader(values);
        if (RoundForm.Read(reader, context.Partnership.Id) is not { } plan || !long.TryParse(values["version"], out long version))
            return Page(context, context.Round, subjects, values, reader.Problems, StatusCodes.Status422UnprocessableEntity);
        var outcome = await commands.Send(new ReplanRound(context.Id, plan, version), FormIds.Read(values, "command", ids), ct);
        return outcome is Outcome.Done
            ? SeeOther.To(RoundAddresses.Of(context.Id), DoneCodes.Saved)
            : outcome.Answer((problems, status) => Page(context, context.Round, subjects, values, problems, status));
    }

    private static RazorComponentResult<RoundFormPage> Page(
        RoundsContext context, CommentRound? round, RoundSubjects subjects, FormValues values, IReadOnlyList<Problem> problems, int status) =>
        new(new { Context = context, Round = round, Years = subjects.Years(context.Partnership, round), Agreements = subjects.Agreements(context.Partnership, round), Values = values, Problems = problems }) { StatusCode = status };

    private static Task<IResult> Done(IResult result) => Task.FromResult(result);
}
