using Vuosikello.Domain.Memberships;
using Vuosikello.Events;

namespace Vuosikello.Web.Rounds;

/// <summary>A document beside whose clauses it is said from which remarks they changed.</summary>
/// <param name="Stream">Its aggregate's.</param>
/// <param name="Sight">Of the reader: of a round that they do not see nothing is said.</param>
public sealed record RemarkedDocument(StreamName Stream, Sight Sight);
