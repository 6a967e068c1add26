package io.sparkex;

/**
 * A program that counts once, with the official client.
 */
final class OfficialColdStart {

	private OfficialColdStart() {
	}

	/**
	 * Counts.
	 * @param args the connection string
	 */
	public static void main(String[] args) {
		long start = System.nanoTime();
		Object session = OfficialDriver.session(args[0]);
		Object range = OfficialDriver.invoke(
				OfficialDriver.method(OfficialDriver.type("SparkSession"), "range", long.class), session,
				ColdStart.ROWS);
		Object count = OfficialDriver.invoke(OfficialDriver.method(OfficialDriver.type("Dataset"), "count"), range);
		System.out.println(new Sample(System.nanoTime() - start, (Long) count, 0).toLine());
		// Its threads would keep the JVM.
		Runtime.getRuntime().halt(0);
	}

}
