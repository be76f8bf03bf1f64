package org.graphsink.demo.picture;

record PictureNode(int index, String label, String caption) {}
