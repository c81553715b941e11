using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Vuosikello.Events.Proof;

/// <summary>A SHA-256 hash; as text 64 lower-case hexadecimal digits.</summary>
public readonly record struct EventHash(UInt128 High, UInt128 Low)
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    /// <summary>The hash that these 32 bytes are.</summary>
    public static EventHash From(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes[..16]), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..Length]));

    /// <summary>Reads 64 hexadecimal digits, of either case: people copy hashes from paper.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EventHash hash)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bool whole = text?.Length == 2 * Length && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        hash = whole ? From(bytes) : default;
        return whole;
    }

    /// <inheritdoc cref="TryParse(string?, out EventHash)"/>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out EventHash hash)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bool whole = utf8.Length == 2 * Length && Convert.FromHexString(utf8, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        hash = whole ? From(bytes) : default;
        return whole;
    }

    /// <summary>Writes its 32 bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], Low);
    }

    public void WriteHex(Span<byte> utf8)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Write(bytes);
        Convert.TryToHexStringLower(bytes, utf8, out _);
    }

    public override string ToString()
    {
        Span<byte> hex = stackalloc byte[2 * Length];
        WriteHex(hex);
        return System.Text.Encoding.ASCII.GetString(hex);
    }
}
