using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Wheel;
using Vuosikello.Web.Board;

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
        var source = new Source(board, partnership, before, today.Year == key.Cycle.Year ? today : null);
        var kept = _kept.AddOrUpdate(key, Fresh, (_, old) => old.Source.Same(source) ? old : Fresh(key));
        return kept.Bytes.Value;

        Kept Fresh(WheelKey wanted) => new(source, new Lazy<WheelBytes>(() => Draw(wanted, source)));
    }

    private static WheelBytes Draw(WheelKey key, Source source)
    {
        var (partnership, year) = (key.Cycle.Partnership, key.Cycle.Year.ToString(CultureInfo.InvariantCulture));
        var options = new WheelOptions(key.Language, key.Rings, source.Today, activity => $"/{partnership}/{year}/activities/{activity}", Use: key.Use)
        {
            Previous = source.Before,
            YearHref = neighbour => $"/{partnership}/{neighbour.ToString(CultureInfo.InvariantCulture)}",
        };
        byte[] svg = Encoding.UTF8.GetBytes(WheelRenderer.Render(source.Board, source.Partnership, options).ToSvg());
        string hash = Convert.ToHexStringLower(SHA256.HashData(svg).AsSpan(0, 16));
        return new WheelBytes(svg, new EntityTagHeaderValue($"\"{hash}\""));
    }

    private sealed record Kept(Source Source, Lazy<WheelBytes> Bytes);

    private sealed record Source(BoardView Board, PartnershipView Partnership, BoardView? Before, LocalDate? Today)
    {
        /// <summary>Views are immutable: the same object is the same state.</summary>
        public bool Same(Source other) =>
            ReferenceEquals(Board, other.Board) && ReferenceEquals(Partnership, other.Partnership) && ReferenceEquals(Before, other.Before) && Today == other.Today;
    }
}
