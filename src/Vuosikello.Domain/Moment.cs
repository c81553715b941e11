using NodaTime;

namespace Vuosikello.Domain;

/// <summary>The next moment at which time brings something about in an aggregate.</summary>
/// <param name="At">When it is due.</param>
/// <param name="Cause">What it is; no other moment of the same aggregate ever has the same.</param>
public readonly record struct Moment(Instant At, string Cause);
