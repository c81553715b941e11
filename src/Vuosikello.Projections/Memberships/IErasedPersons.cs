using Vuosikello.Domain;

namespace Vuosikello.Projections.Memberships;

/// <summary>Who was erased, as the log says: the one place that every server, and every restored backup, goes by.</summary>
public interface IErasedPersons
{
    /// <summary>Their ids.</summary>
    IReadOnlyCollection<Guid> All { get; }

    bool Include(MemberId member);
}
