using System.Globalization;
using Vuosikello.Accounts.Tokens;
using Vuosikello.Domain;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Languages;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Tokens;

/// <summary>Where a token can be somebody, and for whom it acts there.</summary>
/// <param name="For">Null for no organisation.</param>
public sealed record TokenPlace(PartnershipView Partnership, PartnerId? For)
{
    /// <summary>As the form has it: the partnership, a slash, and the organisation or nothing.</summary>
    public string Value => $"{Partnership.Id}/{For}";
}

/// <summary>Makes the page of one's own tokens, and reads its form.</summary>
public sealed class TokensShown(CurrentMember member, TokenStore store, IPartnershipViews partnerships, IMembershipViews memberships)
{
    public async Task<IResult> Page(FormValues values, IReadOnlyList<Problem> problems, CancellationToken ct)
    {
        if (member.Id is not { } id) return TypedResults.NotFound();
        return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<TokensPage>(
            new { Tokens = await store.Of(id, ct), Places = Places(id), Values = values, Problems = problems })
        {
            StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    /// <returns>Null when something could not be read; the reader has the reasons.</returns>
    public WantedToken? Read(FormReader form)
    {
        string name = form.Values["name"].Trim();
        if (name.Length is 0 or > TokenStore.LongestName || name.Any(char.IsControl)) form.Refuse(FormProblems.TokenNameWrong, "name", Text(TokenStore.LongestName));
        int days = form.Number("days", "days") ?? 0;
        if (form.Problems.All(problem => problem.Field != "days") && days is < 1 or > TokenStore.LongestDays) form.Refuse(FormProblems.TokenDaysWrong, "days", Text(TokenStore.LongestDays));
        var place = Places(member.Id!.Value).FirstOrDefault(one => one.Value == form.Values["place"]);
        if (place is null) form.Refuse(FormProblems.NotAChoice, "place");
        if (!Enum.TryParse<TokenReach>(form.Values["reach"], out var reach) || !Enum.IsDefined(reach)) form.Refuse(FormProblems.NotAChoice, "reach");
        return form.Problems.Count > 0 || place is null ? null : new(name, place.Partnership.Id, place.For, reach, days);
    }

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>In each partnership where somebody is anything: every organisation that they act for, and none.</summary>
    private IReadOnlyList<TokenPlace> Places(MemberId id) =>
    [
        .. from view in partnerships.All
           let held = memberships.Of(id, view.Id)
           where held.Count > 0
           orderby view.State.Name.In(LanguageSetup.Current)
           from place in held.Select(one => one.Partner).OfType<PartnerId>().Distinct().Select(partner => (PartnerId?)partner).Append(null)
           select new TokenPlace(view, place),
    ];
}
