using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Wheel;
using Vuosikello.Web.Board;
using Vuosikello.Web.Past;

namespace Vuosikello.Web.Wheel;

/// <summary>Which picture of a year is asked for.</summary>
public sealed record WheelKey(CycleId Cycle, string Language, WheelRings Rings, WheelUse Use);

/// <summary>A picture as it leaves the server.</summary>
public sealed record WheelBytes(byte[] Svg, EntityTagHeaderValue Tag);

/// <summary>The wheels as bytes: drawn when the year, its partnership, the year before or the day has changed, and kept until then.</summary>
public sealed class WheelPictures(IBoardViews boards, IPartnershipViews partnerships, IClock clock)
{
    private readonly ConcurrentDictionary<WheelKey, Kept> _kept = new();

    /// <summary>The picture as it is now, or null when there is no such year.</summary>
    public WheelBytes? Find(WheelKey key)
    {
        if (boards.Find(key.Cycle) is not { } board || partnerships.Find(key.Cycle.Partnership) is not { } partnership) return null;
        var before = boards.Find(key.Cycle with { Year = key.Cycle.Year - 1 });
        var today = clock.Today();
        var source = new WheelSource(board, partnership, before, today.Year == key.Cycle.Year ? today : null);
        var kept = _kept.AddOrUpdate(key, Fresh, (_, old) => old.Source.Same(source) ? old : Fresh(key));
        return kept.Bytes.Value;

        Kept Fresh(WheelKey wanted) => new(source, new Lazy<WheelBytes>(() => Draw(wanted, source)));
    }

    /// <summary>Draws the picture of a year that need not be that of now.</summary>
    public static WheelBytes Draw(WheelKey key, WheelSource source)
    {
        var options = new WheelOptions(key.Language, key.Rings, source.Today, activity => PastAddresses.At(BoardAddresses.Of(key.Cycle, activity), source.At), Use: key.Use)
        {
            Previous = source.Before,
            YearHref = neighbour => PastAddresses.At(BoardAddresses.Of(key.Cycle with { Year = neighbour }), source.At),
        };
        byte[] svg = Encoding.UTF8.GetBytes(WheelRenderer.Render(source.Board, source.Partnership, options).ToSvg());
        string hash = Convert.ToHexStringLower(SHA256.HashData(svg).AsSpan(0, 16));
        return new WheelBytes(svg, new EntityTagHeaderValue($"\"{hash}\""));
    }

    private sealed record Kept(WheelSource Source, Lazy<WheelBytes> Bytes);
}

/// <summary>What a picture is made from.</summary>
/// <param name="Before">The year before, from which activities may run into this one.</param>
/// <param name="Today">The day of the hand; null for none.</param>
/// <param name="At">The moment that the picture's links lead to, as addresses have it; null for now.</param>
public sealed record WheelSource(BoardView Board, PartnershipView Partnership, BoardView? Before, LocalDate? Today, string? At = null)
{
    /// <summary>Views are immutable: the same object is the same state.</summary>
    public bool Same(WheelSource other) =>
        ReferenceEquals(Board, other.Board) && ReferenceEquals(Partnership, other.Partnership) && ReferenceEquals(Before, other.Before) && Today == other.Today;
}
