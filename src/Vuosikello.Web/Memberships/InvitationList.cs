using System.Globalization;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.ActivityFiles.Reading;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Memberships;

/// <summary>One line of a pasted list as it was understood.</summary>
/// <param name="Number">Which line, from 1.</param>
/// <param name="Typed">What stands where the e-mail address should; empty where nothing does.</param>
/// <param name="Address">The e-mail address; null where there is none.</param>
/// <param name="Role">To what the line invites; null when it cannot be told.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record InvitedLine(int Number, string Typed, EmailAddress? Address, HeldRole? Role, IReadOnlyList<Problem> Problems);

/// <summary>
/// Reads a pasted list of people to invite: one to a line, <c>e-mail; role; partner</c>, between semicolons or tabs as spreadsheets copy them.
/// Roles and partners are found by what they are called in any language, however it is spelled.
/// </summary>
public sealed class InvitationList(Texts texts)
{
    /// <summary>The most lines of one list.</summary>
    public const int Most = 500;

    private const string Chair = "chair";

    /// <returns>A line for each that is not blank, in order; of more than <see cref="Most"/> the first that is too many, which says so.</returns>
    public IReadOnlyList<InvitedLine> Read(string typed, Partnership partnership)
    {
        var (roles, partners) = (Roles(), new NamesOfPartnership(partnership).Partners);
        var lines = typed.ReplaceLineEndings("\n").Split('\n').Select((line, i) => (Line: line, Number: i + 1)).Where(l => l.Line.Trim().Length > 0).Take(Most + 1).ToList();
        return Twice([.. lines.Select((l, i) => i < Most ? Read(l.Line, l.Number, roles, partners) : TooMany(l.Number))]);
    }

    private static InvitedLine TooMany(int number) =>
        new(number, "", null, null, [new Problem(InvitationProblems.ListTooLong, "list", [Most.ToString(CultureInfo.InvariantCulture)])]);

    /// <summary>Somebody may be invited to several roles, but to the same one only once.</summary>
    private static List<InvitedLine> Twice(IReadOnlyList<InvitedLine> lines)
    {
        var seen = new Dictionary<(EmailAddress, HeldRole), int>();
        return [.. lines.Select(line =>
            line is not { Address: { } address, Role: { } role } || seen.TryAdd((address, role), line.Number)
                ? line
                : line with { Problems = [.. line.Problems, new Problem(InvitationProblems.InvitedTwice, "list", [seen[(address, role)].ToString(CultureInfo.InvariantCulture)])] })];
    }

    private static InvitedLine Read(string line, int number, Dictionary<string, (Role Role, bool IsChair)> roles, KnownNames<PartnerId> partners)
    {
        string[] parts = [.. line.Split([';', '\t'], 3).Select(part => part.Trim().TrimEnd(';').Trim())];
        var (typed, roleName, partnerName) = (parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
        var problems = new List<Problem>();
        if (!EmailAddress.TryRead(typed, out var address)) problems.Add(new Problem(InvitationProblems.NotAnAddress, "list", [typed]));
        if (!roles.TryGetValue(Folded.Words(roleName), out var role))
        {
            problems.Add(new Problem(roleName.Length == 0 ? InvitationProblems.RoleMissing : InvitationProblems.NotARole, "list", [roleName]));
            return new(number, typed, address, null, problems);
        }
        var partner = partners.Find(partnerName);
        if (partner is null && partnerName.Length > 0) problems.Add(new Problem(InvitationProblems.NotAPartner, "list", [partnerName, partners.Nearest(partnerName)]));
        bool needsPartner = role.Role is Role.Editor or Role.Signatory;
        if (needsPartner && partnerName.Length == 0) problems.Add(new Problem(ProblemCodes.RoleNeedsPartner, "list"));
        if (!needsPartner && partner is not null) problems.Add(new Problem(ProblemCodes.RoleHasNoPartner, "list"));
        return new(number, typed, address, new HeldRole(role.Role, partner, role.IsChair), problems);
    }

    /// <summary>Every role that can be given, by its names in each language and by the API's.</summary>
    private Dictionary<string, (Role, bool)> Roles()
    {
        var roles = new Dictionary<string, (Role, bool)>(StringComparer.Ordinal);
        foreach (string language in LanguageSetup.All)
        {
            LanguageSetup.In(language, () =>
            {
                foreach (var role in Given) roles.TryAdd(Folded.Words(texts.NameOf(role)), (role, false));
                roles.TryAdd(Folded.Words(texts.NameOf(Role.SteeringGroupMember, isChair: true)), (Role.SteeringGroupMember, true));
                return true;
            });
        }
        foreach (var role in Given) roles.TryAdd(Folded.Words(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString())), (role, false));
        return roles;
    }

    /// <summary>The roles that a partnership gives, from those who run it to those who look on.</summary>
    public static IReadOnlyList<Role> Given { get; } = [Role.Coordinator, Role.Editor, Role.Signatory, Role.SteeringGroupMember, Role.Reader];

    /// <summary>How a role is named in a form: as in the API, and <c>chair</c> for the steering group's.</summary>
    public static string FormName(Role role, bool isChair = false) =>
        isChair ? Chair : System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    /// <summary>The role of a form's name; null when it has none.</summary>
    public static (Role Role, bool IsChair)? OfFormName(string name) =>
        name == Chair ? (Role.SteeringGroupMember, true)
        : Given.Where(role => FormName(role) == name).Select(role => ((Role, bool)?)(role, false)).FirstOrDefault();
}

/// <summary>What can be wrong with a line of a list. Messages are looked up like those of the domain.</summary>
public static class InvitationProblems
{
    /// <summary>{0} what stands where the e-mail address should.</summary>
    public const string NotAnAddress = "not-an-address";

    /// <summary>{0} the line on which the same address is invited to the same role.</summary>
    public const string InvitedTwice = "invited-twice";

    public const string RoleMissing = "role-missing";

    /// <summary>{0} what stands where the role should.</summary>
    public const string NotARole = "not-a-role";

    /// <summary>{0} what stands where the partner should, {1} the name that comes nearest; empty for none.</summary>
    public const string NotAPartner = "not-a-partner";

    /// <summary>The list is empty.</summary>
    public const string ListEmpty = "list-empty";

    /// <summary>{0} the most lines there may be.</summary>
    public const string ListTooLong = "list-too-long";
}
