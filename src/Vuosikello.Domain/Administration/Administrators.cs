using System.Collections.Immutable;
using NodaTime;

namespace Vuosikello.Domain.Administration;

/// <summary>The administrators of the server and those who were forgotten on it, as their events made them.</summary>
/// <param name="All">In the order in which they were appointed.</param>
/// <param name="Erased">The ids of persons who were erased.</param>
public sealed record Administrators(ValueList<Administrator> All, ImmutableSortedSet<Guid> Erased, long Version) : IState<Administrators>
{
    private static readonly Administrators Nobody = new([], ImmutableSortedSet<Guid>.Empty, -1);

    public bool Include(MemberId member) => All.Any(administrator => administrator.Member == member);

    public bool HasErased(MemberId member) => Erased.Contains(member.Value);

    /// <inheritdoc />
    public static Administrators? Evolve(Administrators? state, Fact fact)
    {
        var before = state ?? Nobody;
        var after = fact.Event switch
        {
            AdministratorAppointed e => before with { All = [.. before.All, new Administrator(e.Member, fact.Stamp.By, fact.Stamp.At)] },
            AdministratorDismissed e => before with { All = before.All.Where(administrator => administrator.Member != e.Member).ToValueList() },
            PersonErased e => before with { Erased = before.Erased.Add(e.Member.Value) },
            _ => before,
        };
        return after with { Version = fact.Version };
    }
}

/// <summary>One of them.</summary>
/// <param name="By">Who appointed them.</param>
/// <param name="At">When, UTC.</param>
public sealed record Administrator(MemberId Member, MemberId By, Instant At);

/// <summary>Somebody became an administrator of the server.</summary>
public sealed record AdministratorAppointed(MemberId Member) : IEvent;

/// <summary>Somebody is an administrator of the server no longer.</summary>
public sealed record AdministratorDismissed(MemberId Member) : IEvent;

/// <summary>
/// Somebody was erased from the accounts: by the person when they did it, else by an administrator. A backup that still knows them, restored later,
/// forgets them again by this event.
/// </summary>
public sealed record PersonErased(MemberId Member) : IEvent;
