using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Memberships;

/// <summary>Inviting by a pasted list: what each line means is shown first, and nobody is invited as long as one of them is wrong.</summary>
public static class InvitationListEndpoints
{
    public static void MapInvitationLists(this IEndpointRouteBuilder app)
    {
        app.MapPost(MemberEndpoints.All + "/preview", Preview).Shows(View.MemberList);
        app.MapPost(MemberEndpoints.All + "/invite", Invite).Shows(View.MemberList).Sends(typeof(InviteMember));
    }

    private static async Task<IResult> Preview(string partnership, IFormCollection form, HttpContext http, MemberPages pages, Texts texts)
    {
        if (await pages.Find(partnership, http.RequestAborted) is not { } shown) return TypedResults.NotFound();
        var values = FormValues.Of(form);
        return Shown(http, shown, values, new InvitationList(texts).Read(values["list"], shown.Partnership.State));
    }

    private static async Task<IResult> Invite(
        string partnership, IFormCollection form, HttpContext http, MemberPages pages, CommandSender commands, NewInvitations invitations, InvitationLetters letters, Texts texts, INewIds ids)
    {
        if (await pages.Find(partnership, http.RequestAborted) is not { } shown) return TypedResults.NotFound();
        var values = FormValues.Of(form);
        var lines = new InvitationList(texts).Read(values["list"], shown.Partnership.State);
        if (lines.Count == 0 || lines.Any(line => line.Problems.Count > 0)) return Shown(http, shown, values, lines);

        var sent = FormIds.Read(values, "command", ids);
        var made = new List<MadeInvitation>();
        foreach (var line in lines)
        {
            // Ids follow from the form and the line: the same form sent again invites nobody twice.
            string number = line.Number.ToString(CultureInfo.InvariantCulture);
            var invitation = invitations.Of(shown.Partnership.Id, new(DeterministicGuid.Create(sent, $"invitation {number}")), line.Role!, NewInvitations.UsualDays);
            var outcome = await commands.Send(invitation.Command, DeterministicGuid.Create(sent, $"command {number}"), http.RequestAborted);
            if (outcome is not Outcome.Done done) return made.Count == 0 ? Refused(outcome) : Made(http, shown, made, outcome);
            string? link = invitations.AddressOf(invitation, done, http.Request);
            bool mailed = await letters.Send(invitation.Command, link, new(line.Address!, LanguageIn(values)), http.RequestAborted);
            made.Add(MadeInvitation.Of(invitation, link, line.Address!.Shown, mailed));
        }
        return Made(http, shown, made);

        IResult Refused(Outcome outcome) => outcome.Answer((problems, status) => MemberEndpoints.Page(http, shown, values, problems, status));
    }

    /// <summary>In which language an invitation is to be: as chosen, else that of the page.</summary>
    internal static string LanguageIn(FormValues values) => LanguageSetup.All.Contains(values["language"]) ? values["language"] : LanguageSetup.Current;

    private static RazorComponentResult<InvitationPreviewPage> Shown(HttpContext http, MembersShown shown, FormValues values, IReadOnlyList<InvitedLine> lines)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        bool wrong = lines.Count == 0 || lines.Any(line => line.Problems.Count > 0);
        return new(new { Shown = shown, Values = values, Lines = lines }) { StatusCode = wrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }

    /// <summary>The links of what was just made, in this answer alone: nothing keeps them.</summary>
    /// <param name="stopped">Why the rest of a list was not made; null when all of it was.</param>
    internal static RazorComponentResult<InvitationsMadePage> Made(HttpContext http, MembersShown shown, IReadOnlyList<MadeInvitation> made, Outcome? stopped = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        IReadOnlyList<Problem> problems = stopped switch
        {
            Outcome.Refused refused => refused.Problems,
            Outcome.Forbidden forbidden => [forbidden.Problem],
            Outcome.TryAgain again => [again.Problem],
            Outcome.NotFound missing => [missing.Problem],
            _ => [],
        };
        return new(new { Shown = shown, Made = made, Problems = problems });
    }
}

/// <summary>An invitation that was just made.</summary>
/// <param name="Address">Its link; null when it was made before, and its link is known no more.</param>
/// <param name="To">The e-mail address that it is meant for; empty when nobody said.</param>
/// <param name="IsSent">Whether it was mailed there.</param>
public sealed record MadeInvitation(HeldRole Role, Instant Expires, string? Address, string To, bool IsSent)
{
    public static MadeInvitation Of(NewInvitation invitation, string? address, string to, bool sent) =>
        new(new(invitation.Command.Role, invitation.Command.Partner, invitation.Command.IsChair), invitation.Command.ExpiresAt, address, to, sent);
}
