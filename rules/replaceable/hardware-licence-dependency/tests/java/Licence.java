package wards;

import com.safenet.sentinel.Session;

class Licence {}
