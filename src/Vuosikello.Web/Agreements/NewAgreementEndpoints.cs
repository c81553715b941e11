using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Agreements;

/// <summary>Beginning an agreement; its short name follows from its title.</summary>
public static class NewAgreementEndpoints
{
    public static void MapNewAgreement(this RouteGroupBuilder agreements)
    {
        agreements.MapGet("/new", Ask).Shows(View.NewAgreement);
        agreements.MapPost("/new", Draft).Shows(View.NewAgreement).Sends(typeof(DraftAgreement));
    }

    private static IResult Ask(string partnership, HttpContext http, IPartnershipViews partnerships, SeenAgreements seen, Circle circle) =>
        partnerships.Find(new PartnershipId(partnership)) is { } found
            ? Page(found, Frameworks(seen, circle.Find(http.User, found.Id).Sight, found.Id, null), AgreementAttempt.None, StatusCodes.Status200OK) : TypedResults.NotFound();

    private static async Task<IResult> Draft(
        string partnership, IFormCollection form, HttpContext http, IPartnershipViews partnerships, IAgreementViews agreements, SeenAgreements seen, Circle circle, CommandSender commands,
        CurrentMember member, INewIds ids, CancellationToken ct)
    {
        if (partnerships.Find(new PartnershipId(partnership)) is not { } found) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        var command = FormIds.Read(reader.Values, "command", ids);
        if (reader.Text("title").IsEmpty) reader.Refuse(ProblemCodes.TextMissing, AgreementFields.Title);
        if (AgreementForm.Parties(reader).Distinct().Count() < 2) reader.Refuse(ProblemCodes.TooFewParties, AgreementFields.Parties);
        var content = AgreementForm.New(reader, found.Id);
        if (content is null || reader.Problems.Count > 0) return Again(reader.Problems, StatusCodes.Status422UnprocessableEntity);

        // The same form sent twice is one agreement, though its short name is taken by then: by itself.
        if (agreements.Of(found.Id).FirstOrDefault(v => v.First.Command == member.StampFor(command).Command) is { } made) return Made(made.State.Id);
        var id = new AgreementId(found.Id, FreeName(content.Title, found.Id, agreements));
        var outcome = await commands.Send(new DraftAgreement(id, content), command, ct);
        return outcome is Outcome.Done ? Made(id) : outcome.Answer(Again);

        IResult Again(IReadOnlyList<Problem> problems, int status) => Page(found, Frameworks(seen, circle.Find(http.User, found.Id).Sight, found.Id, null), new("new", reader.Values, problems), status);
    }

    private static SeeOther Made(AgreementId id) => SeeOther.To(AgreementAddresses.Edit(id), "agreement-new");

    private static string FreeName(LocalText title, PartnershipId partnership, IAgreementViews agreements)
    {
        string name = Slug.From(title.In("fi")) is { Length: > 0 } slug ? slug : "sopimus";
        for (int number = 1; ; number++)
        {
            string tried = number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name[..Math.Min(name.Length, 50)].TrimEnd('-')}-{number}");
            // "new" is the address of this page.
            if (tried != "new" && agreements.Find(new AgreementId(partnership, tried)) is null) return tried;
        }
    }

    private static RazorComponentResult<NewAgreementPage> Page(PartnershipView partnership, (string Slug, LocalText Title)[] frameworks, AgreementAttempt attempt, int status) => new(new
    {
        Partnership = partnership,
        Frameworks = frameworks,
        Attempt = attempt,
    })
    { StatusCode = status };

    /// <summary>The framework agreements that another can stand under, of those that the reader sees.</summary>
    internal static (string Slug, LocalText Title)[] Frameworks(SeenAgreements agreements, Sight sight, PartnershipId partnership, AgreementId? but) =>
    [
        .. agreements.Of(partnership, sight).Select(v => v.State).Where(a => a.Draft.Kind == AgreementKind.Framework && a.Id != but).Select(a => (a.Id.Slug, a.Draft.Title)),
    ];
}
