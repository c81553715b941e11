using System.Text.Json;
using Vuosikello.Domain;

namespace Vuosikello.Web.SignIn;

/// <summary>One who can sign in to try the service: a role, not a person. Which role says the log, as of everybody.</summary>
public sealed record DemoMember(Guid Id, DemoName Name);

/// <summary>What a demo member is called, in each language.</summary>
public sealed record DemoName(string Fi, string Sv, string En)
{
    public string In(string language) => language switch { "sv" => Sv, "en" => En, _ => Fi };
}

/// <summary>The demo members of <c>Demo/members.json</c>. Registered in Development only.</summary>
public sealed class DemoMembers
{
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
        return new(JsonSerializer.Deserialize<DemoMember[]>(json, JsonSerializerOptions.Web) ?? throw new InvalidDataException($"{file} holds no members."));
    }

    public DemoMember? Find(MemberId member) => _byId.GetValueOrDefault(member);

    public string? NameOf(MemberId member, string language) => Find(member)?.Name.In(language);
}
