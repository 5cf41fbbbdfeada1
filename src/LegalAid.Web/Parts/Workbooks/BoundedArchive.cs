using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace LegalAid.Web.Parts.Workbooks;

/// <summary>
/// The packed parts of a workbook, unpacked under limits. What the archive says of its own sizes is believed only when it is bad news:
/// every byte is counted while it is inflated, so a bomb stops after the first hundred kilobytes.
/// </summary>
internal sealed class BoundedArchive : IDisposable
{
    private const int EndRecordLength = 22;
    private const uint EndRecordSignature = 0x06054b50;

    private readonly ZipArchive archive;
    private readonly WorkbookLimits limits;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly long packedBytes;
    private long inflatedBytes;

    public BoundedArchive(byte[] file, WorkbookLimits limits)
    {
        this.limits = limits;
        packedBytes = file.Length;
        if (DeclaredEntries(file) > limits.Entries)
        {
            throw new UnreadableWorkbookException($"压缩包内部件超过 {limits.Entries:N0} 个，不像正常的工作簿，已拒绝读取。");
        }

        archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Sum(entry => (decimal)entry.Length) > limits.InflatedBytes)
        {
            throw TooLarge();
        }

        foreach (var entry in archive.Entries)
        {
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public bool Has(string part) => entries.ContainsKey(part);

    /// <summary>Opens a part as XML without document type, entities or anything fetched from elsewhere.</summary>
    public XmlReader? OpenXml(string part) => !entries.TryGetValue(part, out var entry) ? null : XmlReader.Create(
        new CountedStream(this, entry),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.InflatedBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });

    public void Dispose() => archive.Dispose();

    // The directory is not read before its own count is known; a false count is refused by ZipArchive.
    private static int DeclaredEntries(byte[] file)
    {
        for (var at = file.Length - EndRecordLength; at >= Math.Max(0, file.Length - EndRecordLength - ushort.MaxValue); at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at)) == EndRecordSignature)
            {
                return BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 10));
            }
        }

        throw new InvalidDataException("No end of central directory.");
    }

    private void Count(int bytes, ref long ofEntry, long packedEntry)
    {
        inflatedBytes += bytes;
        ofEntry += bytes;
        if (inflatedBytes > limits.InflatedBytes)
        {
            throw TooLarge();
        }

        // Entries may overlap and lie about their packed size, so the whole file is judged too.
        if ((ofEntry > limits.RatioFromBytes && ofEntry / limits.Ratio >= Math.Max(1, packedEntry))
            || (inflatedBytes > limits.RatioFromBytes && inflatedBytes / limits.Ratio >= packedBytes))
        {
            throw new UnreadableWorkbookException($"文件解压后膨胀超过 {limits.Ratio} 倍，疑为压缩炸弹，已拒绝读取。");
        }
    }

    private UnreadableWorkbookException TooLarge() =>
        new($"文件解压后超过 {limits.InflatedBytes / 1024 / 1024} MB，请拆成几个较小的文件。");

    /// <summary>A part's bytes, counted as they come out.</summary>
    private sealed class CountedStream(BoundedArchive archive, ZipArchiveEntry entry) : Stream
    {
        private readonly Stream inner = entry.Open();
        private long inflated;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => inflated;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            archive.Count(read, ref inflated, entry.CompressedLength);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

/// <summary>The file is not a workbook this program reads; the message says why and what to do. Caught by <see cref="WorkbookReader"/>.</summary>
internal sealed class UnreadableWorkbookException(string message) : Exception(message);
