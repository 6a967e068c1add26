package io.sparkex.internal.arrow;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import io.sparkex.internal.proto.DataType;
import io.sparkex.internal.protocol.DataTypeCodec;
import io.sparkex.types.StructType;

/**
 * Recorded Arrow stream with its schema.
 */
@SuppressWarnings("ArrayRecordComponent")
record RecordedStream(String name, StructType schema, byte[] bytes) {

	/**
	 * Returns a stream recorded from a server.
	 */
	static RecordedStream of(String name) {
		try {
			return new RecordedStream(name, DataTypeCodec.decodeSchema(DataType.parseFrom(resource(name + ".schema"))),
					resource(name + ".arrow"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] resource(String name) throws IOException {
		try (InputStream in = RecordedStream.class.getResourceAsStream("/arrow/" + name)) {
			return Objects.requireNonNull(in, name).readAllBytes();
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
