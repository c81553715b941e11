using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.Rules;

/// <summary>The page on which the coordinator adopts the draft: it shows exactly the text whose hash the form carries.</summary>
public static class AdoptEndpoints
{
    public static void MapAdoption(this IEndpointRouteBuilder rules)
    {
        rules.MapGet("/adopt", Show).Shows(View.RulesAdoption);
        rules.MapPost("/adopt", Adopt).Shows(View.RulesAdoption).Sends(typeof(AdoptRules));
    }

    private static async Task<IResult> Show(string partnership, RulesContexts contexts, IClock clock, CancellationToken ct)
    {
        var (context, instead) = await contexts.FindDraft(partnership, ct);
        if (instead is not null) return instead;
        int year = clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[Zones.Helsinki]).Year;
        int least = context!.Rules!.InForce?.Version.Year ?? year;
        return Page(context, FormValues.Empty.With("year", Math.Max(year, least).ToString(System.Globalization.CultureInfo.InvariantCulture)), [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> Adopt(string partnership, IFormCollection form, RulesContexts contexts, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        var (context, instead) = await contexts.FindDraft(partnership, ct);
        if (instead is not null) return instead;
        var reader = new FormReader(FormValues.Of(form));
        int? year = reader.Number("year", "year");
        if (year is null) return Page(context!, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity);
        var command = new AdoptRules(context!.Id, year.Value, reader.Values["hash"], RulesForms.Here(reader.Optional("decision")));
        var outcome = await commands.Send(command, FormIds.Read(reader.Values, "command", ids), ct);
        return outcome is Outcome.Done
            ? SeeOther.To(RulesAddresses.Of(context.Id), DoneCodes.RulesAdopted)
            : outcome.Answer((problems, status) => Page(context, reader.Values, problems, status));
    }

    private static RazorComponentResult<RulesAdoptPage> Page(RulesContext context, FormValues values, IReadOnlyList<Problem> problems, int status) =>
        new(new
        {
            Context = context,
            Hash = CanonicalText.HashOf(context.Rules!.Draft.Canonical(context.Id)),
            Values = values,
            Problems = problems,
        })
        { StatusCode = status };
}
