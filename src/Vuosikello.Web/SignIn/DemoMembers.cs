using System.Text.Json;
using System.Text.Json.Serialization;
using Vuosikello.Commands;
using Vuosikello.Domain;

namespace Vuosikello.Web.SignIn;

/// <summary>One who can sign in to try the service: a role, not a person.</summary>
public sealed record DemoMember(Guid Id, DemoName Name, IReadOnlyList<DemoStanding> Standings);

/// <summary>What a demo member is called, in each language.</summary>
public sealed record DemoName(string Fi, string Sv, string En)
{
    public string In(string language) => language switch { "sv" => Sv, "en" => En, _ => Fi };
}

/// <summary>A demo member's standing; without a partnership it holds in every one (the administrator).</summary>
public sealed record DemoStanding(Role Role, string? Partnership, string? Partner, bool IsChair = false);

/// <summary>The demo members of <c>Demo/members.json</c>. Registered in Development only.</summary>
public sealed class DemoMembers : IMemberships, IMemberNames
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly Dictionary<MemberId, DemoMember> _byId;

    private DemoMembers(IReadOnlyList<DemoMember> all)
    {
        All = all;
        _byId = all.ToDictionary(m => new MemberId(m.Id));
    }

    public IReadOnlyList<DemoMember> All { get; }

    /// <exception cref="InvalidDataException">The file is not a list of members.</exception>
    public static DemoMembers Read(string file)
    {
        using var json = File.OpenRead(file);
        return new(JsonSerializer.Deserialize<DemoMember[]>(json, Format) ?? throw new InvalidDataException($"{file} holds no members."));
    }

    public DemoMember? Find(MemberId member) => _byId.GetValueOrDefault(member);

    public string? NameOf(MemberId member, string language) => Find(member)?.Name.In(language);

    public ValueTask<IReadOnlyList<Membership>> Of(MemberId member, PartnershipId partnership, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<Membership>>(Find(member) is not { } found ? [] :
        [
            .. found.Standings
                .Where(s => s.Partnership is null || s.Partnership == partnership.Value)
                .Select(s => new Membership(member, partnership, s.Role, s.Partner is null ? null : new PartnerId(s.Partner), s.IsChair)),
        ]);
}
