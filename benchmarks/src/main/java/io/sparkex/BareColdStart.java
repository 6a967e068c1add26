package io.sparkex;

import java.util.Base64;

import io.sparkex.internal.proto.Plan;

/**
 * A program that counts once, with gRPC alone.
 */
final class BareColdStart {

	private BareColdStart() {
	}

	/**
	 * Counts.
	 * @param args the connection string and the bytes of the plan
	 * @throws Exception if it fails
	 */
	public static void main(String[] args) throws Exception {
		long start = System.nanoTime();
		try (BareClient client = new BareClient(args[0])) {
			client.call(Plan.parseFrom(Base64.getDecoder().decode(args[1])));
			// It decodes nothing, so it cannot tell the count.
			System.out.println(new Sample(System.nanoTime() - start, ColdStart.ROWS, 0).toLine());
		}
	}

}
